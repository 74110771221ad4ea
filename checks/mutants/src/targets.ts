import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path/posix'
import { root } from './root.js'

/** Parts of the engine and of linear algebra that the chapter's equations, or a step of training, consist of. */
const FORMULAS: Readonly<Record<string, readonly string[]>> = {
  'packages/backprop/src': [
    'bp1', 'bp2', 'bp3', 'bp4', 'feedforward', 'errors', 'costGradient', 'pair', 'weigh', 'sumOfCosts', 'backprop', 'componentwise', 'plainLoops',
  ],
  'packages/trainer/src': ['updateMiniBatch', 'gather', 'shuffle'],
  'packages/linalg/src': ['affine', 'descend', 'rowSums', 'addColumn'],
  'packages/linalg/src/reference': ['gemm', 'gemmBlocked', 'descendBlocked'],
}

/** Folders where every file that says so is taken, so that a new plugin or kernel is one without a word here. */
const PLUGINS: Readonly<Record<string, RegExp>> = {
  'packages/activations/src': /export /,
  'packages/costs/src': /export /,
  'packages/trainer/src': /^export function .*\): (?:Optimizer|Descent) \{$/m,
  'packages/linalg/src/reference/kernels': /: Kernel = \{/,
}

/** The source files that mutants are made of. */
export function targets(): string[] {
  const formulas = Object.entries(FORMULAS).flatMap(([folder, names]) => names.map((name) => join(folder, `${name}.ts`)))
  const plugins = Object.entries(PLUGINS).flatMap(([folder, pattern]) =>
    readdirSync(join(root, folder))
      .filter((name) => /^(?!index\.|conformance\.).*(?<!\.test)\.ts$/.test(name))
      .map((name) => join(folder, name))
      .filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))),
  )
  return [...new Set([...formulas, ...plugins])]
}

/** The test beside a file, or the one of its folder where a folder has one for all of its files. It need not be there. */
export function testBeside(file: string): string {
  const folder = dirname(file)
  const own = join(folder, `${basename(file, '.ts')}.test.ts`)
  const shared = join(folder, `${basename(folder)}.test.ts`)
  return existsSync(join(root, shared)) && !existsSync(join(root, own)) ? shared : own
}
