import { type Equivalent } from './equivalent.js'

/** Mutants of plugins that the suite for plugin authors cannot know to be wrong. The tests beside the plugins do. */
export const unseen: readonly Equivalent[] = [
  ...['absolute', 'huber'].map((name) => ({
    file: `packages/costs/src/${name}.ts`,
    inside: 'value',
    before: 'let sum = 0',
    after: 'let sum = 1',
    proof: 'C_x + 1 is a cost with the same gradient; only the definition says that C_x is 0 where a is y.',
  })),
  ...[
    ['sum -= share * (log(p) + lost / p)', 'sum -= share * (log(p) - lost / p)'],
    ['sum -= share * (log(p) + lost / p)', 'sum -= share * (log(p) + lost * p)'],
    ['lost = 1 - (1 - p) - p', 'lost = -(1 - (1 - p) - p)'],
  ].map(([before = '', after = '']) => ({
    file: 'packages/costs/src/crossEntropy.ts',
    inside: 'value',
    before,
    after,
    proof: 'It moves the value by the rounding of 1 − p, less than differences of a value can see.',
  })),
]
