import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path/posix'
import { root } from './root.js'

/**
 * Parts of the engine and of linear algebra that the chapter's equations consist of. Of the product it is the specification:
 * the fast one packs and pads, so that a good part of its mutants computes the same; patches try that one.
 */
const FORMULAS: Readonly<Record<string, readonly string[]>> = {
  'packages/backprop/src': [
    'bp1', 'bp2', 'bp3', 'bp4', 'feedforward', 'errors', 'costGradient', 'pair', 'weigh', 'sumOfCosts', 'backprop', 'componentwise',
  ],
  'packages/linalg/src': ['affine', 'descend', 'rowSums', 'addColumn'],
  'packages/linalg/src/reference': ['gemm'],
}

/** Folders where every file that says so is taken, so that a new plugin or kernel is one without a word here. */
const PLUGINS: Readonly<Record<string, RegExp>> = {
  'packages/activations/src': /: (?:Elementwise)?Activation\b/,
  'packages/costs/src': /export /,
  'packages/trainer/src': /^export function .*\): (?:Optimizer|Descent) \{$/m,
  'packages/linalg/src/reference/kernels': /: Kernel = \{/,
}

/** What is mutated of a kernel: its two formulas. The rest of such a file makes them fast. */
const OF_A_KERNEL = ['apply', 'pullback']

/** Whether a function of a target is mutated. */
export function isFormula(file: string, inside: string): boolean {
  return !file.includes('/kernels/') || OF_A_KERNEL.includes(inside)
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
