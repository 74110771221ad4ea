import { type Equivalent } from './equivalent.js'

const NARROWER = 'Says that the cost is for other targets than it is; the suite draws targets from what the author says.'
const NO_NEURONS = 'Differs for a layer of no neurons alone, and no network has one.'

/** Mutants of plugins that the suite for plugin authors cannot know to be wrong. The tests beside the plugins do. */
export const unseen: readonly Equivalent[] = [
  {
    file: 'packages/activations/src/softmax.ts',
    inside: 'apply',
    before: 'for (let i = 0; i < z.cols * rows; i += rows) {',
    after: 'for (let i = 0; i <= z.cols * rows; i += rows) {',
    proof: NO_NEURONS,
  },
  {
    file: 'packages/activations/src/softmax.ts',
    inside: 'pullback',
    before: 'for (let i = 0; i < z.cols * rows; i += rows) {',
    after: 'for (let i = 0; i <= z.cols * rows; i += rows) {',
    proof: NO_NEURONS,
  },
  {
    file: 'packages/activations/src/softmax.ts',
    inside: 'apply',
    before: 'for (let j = i; j < i + rows; j++) a.data[j] /= sum',
    after: 'for (let j = i; j <= i + rows; j++) a.data[j] /= sum',
    proof: 'Changes a number of the next column before that is written; the contract does not let a be z.',
  },
  {
    file: 'packages/activations/src/softmax.ts',
    inside: 'apply',
    before: 'for (let j = i; j < i + rows; j++) largest = Math.max(largest, z.data[j])',
    after: 'for (let j = i; j < i + rows; j++) largest = Math.max(largest + 1, z.data[j])',
    proof: 'Cancels, unless a layer has hundreds of neurons.',
  },
  {
    file: 'packages/costs/src/crossEntropy.ts',
    inside: '',
    before: 'targets: [0, 1],',
    after: 'targets: [1, 1],',
    proof: NARROWER,
  },
  {
    file: 'packages/costs/src/crossEntropy.ts',
    inside: '',
    before: 'targets: [0, 1],',
    after: 'targets: [0, 2],',
    proof: NARROWER,
  },
  {
    file: 'packages/costs/src/logLikelihood.ts',
    inside: '',
    before: 'targets: [0, Infinity],',
    after: 'targets: [1, Infinity],',
    proof: NARROWER,
  },
]
