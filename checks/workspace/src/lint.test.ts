import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, it } from 'vitest'
import { root } from './workspace.js'

// Planted faults live in files that do not exist, so the rules that need types are off; those that hold the design need none.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ ...tseslint.configs.disableTypeChecked }, { languageOptions: { parserOptions: { projectService: false } } }],
})

async function rulesBroken(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) })
  return result!.messages.map(({ ruleId }) => ruleId)
}

const IMPORTS = '@typescript-eslint/no-restricted-imports'
const SYNTAX = 'no-restricted-syntax'
const documented = (code: string) => `/**\n * What it is.\n *\n * Shapes: scalar.\n */\n${code}\n`

it.each([
  ['the engine importing a plugin', 'packages/backprop/src/planted.ts', "import { sigmoid } from '@nablajs/activations'", IMPORTS],
  ['the trainer importing a plugin', 'packages/trainer/src/planted.ts', "import { quadratic } from '@nablajs/costs'", IMPORTS],
  ['activations importing costs', 'packages/activations/src/planted.ts', "import type { Cost } from '@nablajs/costs'", IMPORTS],
  ['linalg importing anything', 'packages/linalg/src/planted.ts', "import type { Activation } from '@nablajs/activations'", IMPORTS],
  ['data importing a network', 'packages/data/src/planted.ts', "import { network } from '@nablajs/backprop'", IMPORTS],
  ['a package importing the umbrella', 'packages/trainer/src/planted.ts', "import { train } from 'nabla'", IMPORTS],
  ['nabla importing testing', 'packages/nabla/src/planted.ts', "import { checkCost } from '@nablajs/testing'", IMPORTS],
  ['a deep import', 'apps/digits/src/planted.ts', "import { Matrix } from '@nablajs/linalg/src/matrix.js'", IMPORTS],
  ['a deep import by path', 'packages/costs/src/planted.ts', "import { Matrix } from '../../packages/linalg/src/matrix.js'", IMPORTS],
  ['the oracle importing ours', 'checks/gradients/src/oracle/planted.ts', "import { sigmoid } from '@nablajs/activations'", IMPORTS],
  ['the oracle importing what stands beside it', 'checks/gradients/src/oracle/planted.ts', "import { draw } from '../randomNets.js'", IMPORTS],
  ['a plugin named in the engine', 'packages/backprop/src/planted.ts', "const pick = 'softmax'", SYNTAX],
  ['a plugin’s identifier in the trainer', 'packages/trainer/src/planted.ts', 'const sigmoid = 1', SYNTAX],
  ['the engine asking for a name', 'packages/backprop/src/planted.ts', 'if (plugin.name === other) run()', SYNTAX],
  ['maths that differs between engines', 'packages/activations/src/planted.ts', 'const e = Math.exp(1)', SYNTAX],
  ['a power that differs between engines', 'packages/costs/src/planted.ts', 'const p = x ** y', SYNTAX],
  ['a double cast', 'packages/data/src/planted.ts', 'const y = x as unknown as number', SYNTAX],
  ['any', 'packages/data/src/planted.ts', 'let x: any', '@typescript-eslint/no-explicit-any'],
  ['a silenced type error', 'packages/data/src/planted.ts', '// @ts-ignore\nlet x: number', '@typescript-eslint/ban-ts-comment'],
  ['an export without a docstring', 'packages/costs/src/planted.ts', 'export function f(): void {}', 'jsdoc/require-jsdoc'],
  ['a docstring without shapes', 'packages/costs/src/planted.ts', '/** What it is. */\nexport function f(): void {}', 'jsdoc/match-description'],
  ['a built-in that is not marked pure', 'packages/costs/src/planted.ts', documented('export const f: Cost = defineCost({})'), 'nabla/pure-built-ins'],
])('lint catches %s', async (_, file, code, rule) => {
  expect(await rulesBroken(file, code)).toContain(rule)
})

it('lint cannot be silenced from within a file', async () => {
  const code = '/* eslint-disable */\nlet x: any'
  expect(await rulesBroken('packages/data/src/planted.ts', code)).toContain('@typescript-eslint/no-explicit-any')
})

it.each([
  ['types of plugins in the engine', 'packages/backprop/src/planted.ts', "import type { Activation } from '@nablajs/activations'\nexport type { Activation }"],
  ['exact maths', 'packages/activations/src/planted.ts', "import { exp } from '@nablajs/linalg/exact'\nexport { exp }"],
  ['a marked built-in', 'packages/costs/src/planted.ts', documented('export const f: Cost = /* @__PURE__ */ defineCost({})')],
  ['a power with a whole exponent', 'packages/costs/src/planted.ts', documented('export const f: number = two ** 2')],
])('lint lets %s be', async (_, file, code) => {
  const broken = await rulesBroken(file, code)
  expect(broken.filter((rule) => rule !== 'no-undef')).toEqual([])
})
