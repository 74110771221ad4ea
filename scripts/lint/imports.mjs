/**
 * Which package may import which: the table of ARCHITECTURE.md, as lint rules. Imports only point down, so a cycle cannot land.
 * `types` are packages of which only types may be imported: the engine and the trainer know what a plugin is, and none by name.
 */
export const mayImport = {
  linalg: { values: [], types: [] },
  activations: { values: ['linalg'], types: [] },
  costs: { values: ['linalg'], types: [] },
  backprop: { values: ['linalg'], types: ['activations', 'costs'] },
  data: { values: ['linalg'], types: [] },
  digits: { values: ['linalg'], types: [] },
  'backend-wasm': { values: ['linalg'], types: [] },
  'backend-blas': { values: ['linalg', 'backend-wasm'], types: [] },
  trainer: { values: ['backprop', 'linalg'], types: ['activations', 'costs'] },
  'model-io': { values: ['linalg', 'activations', 'backprop'], types: ['costs', 'trainer'] },
  explain: { values: ['backprop', 'linalg'], types: ['activations', 'costs'] },
  testing: { values: ['linalg', 'activations', 'costs', 'backprop'], types: [] },
  cli: {
    values: ['linalg', 'activations', 'costs', 'backprop', 'trainer', 'data', 'model-io', 'explain', 'backend-wasm', 'backend-blas', 'testing'],
    types: [],
  },
  nabla: { values: ['linalg', 'activations', 'costs', 'backprop', 'trainer', 'data', 'model-io', 'explain', 'backend-wasm', 'backend-blas', 'cli'], types: [] },
}

/** The entries of a package beside its main one. Anything else behind a package's name is a deep import. */
const SUBPATHS = 'exact|conformance|node'

const deep = {
  regex: `^(@nablajs/[^/]+|nabla)/(?!(${SUBPATHS})$)`,
  message: 'Import from the entry of a package (its index), not from a file behind it.',
}
const leaving = { regex: '^(\\.\\./)+(packages|apps|checks)/', message: 'Import another package by its name.' }

/** The rule for code of no package in the table: apps and checks use packages as outsiders do. */
export const outsiders = { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [deep, leaving] }] }

/** One config a package: what its sources may import. Tests, and what they share, may use any package that it depends on. */
export const importRules = Object.entries(mayImport).map(([name, { values, types }]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  ignores: ['**/*.test.ts', '**/src/testing/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          deep,
          leaving,
          {
            regex: `^(@nablajs/(?!(${[...values, ...types].join('|') || '-'})(/|$))|nabla$)`,
            message: `${name} may import ${[...values, ...types].join(', ') || 'nothing'}: see the table in ARCHITECTURE.md.`,
          },
          ...(types.length === 0
            ? []
            : [
                {
                  regex: `^@nablajs/(${types.join('|')})(/|$)`,
                  allowTypeImports: true,
                  message: `${name} knows the types of plugins and no plugin: import type.`,
                },
              ]),
        ],
      },
    ],
  },
}))
