import { type Mutant } from './mutant.js'

/** A mutant that no test can kill, with the proof. */
export interface Equivalent {
  readonly file: string
  readonly inside: string
  readonly before: string
  readonly after: string
  /** Why it computes the same. */
  readonly proof: string
}

/** No more than these are allowed: above, the code says things that do not matter. */
export const MOST_EQUIVALENTS = 10

const BEHIND_THE_END = 'Reads `undefined` and writes behind the end of a typed array, which JavaScript leaves without effect.'
const HELD_AND_NOT_READ = 'Keeps one number more of g; the loops that read `held` end before it.'
const SIGMOID_AT_0 = 'At z = 0, and −0, e is 1, and both branches are 1/2.'

/** The list. An entry that is no mutant any more, or that a test kills after all, fails the check. */
export const equivalents: readonly Equivalent[] = [
  {
    file: 'packages/activations/src/sigmoid.ts',
    inside: 'f',
    before: 'return z < 0 ? e / (1 + e) : 1 / (1 + e)',
    after: 'return z <= 0 ? e / (1 + e) : 1 / (1 + e)',
    proof: SIGMOID_AT_0,
  },
  {
    file: 'packages/linalg/src/reference/kernels/sigmoid.ts',
    inside: 'apply',
    before: 'a.buffer[a.offset + j] = x < 0 ? e / (1 + e) : 1 / (1 + e)',
    after: 'a.buffer[a.offset + j] = x <= 0 ? e / (1 + e) : 1 / (1 + e)',
    proof: SIGMOID_AT_0,
  },
  {
    file: 'packages/backprop/src/weigh.ts',
    inside: 'weigh',
    before: 'for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) data[j + i * rows] *= omega.data[i]',
    after: 'for (let i = 0; i <= cols; i++) for (let j = 0; j < rows; j++) data[j + i * rows] *= omega.data[i]',
    proof: BEHIND_THE_END,
  },
  {
    file: 'packages/linalg/src/rowSums.ts',
    inside: 'rowSums',
    before: 'for (let j = 0; j < rows; j++) {',
    after: 'for (let j = 0; j <= rows; j++) {',
    proof: BEHIND_THE_END,
  },
  {
    file: 'packages/linalg/src/addColumn.ts',
    inside: 'addColumn',
    before: 'for (let i = 0; i < cols; i++) {',
    after: 'for (let i = 0; i <= cols; i++) {',
    proof: BEHIND_THE_END,
  },
  {
    file: 'packages/trainer/src/sgd.ts',
    inside: 'step',
    before: 'for (let i = 0; i < parameters.length; i++) {',
    after: 'for (let i = 0; i <= parameters.length; i++) {',
    proof: BEHIND_THE_END,
  },
  {
    file: 'packages/linalg/src/affine.ts',
    inside: 'affine',
    before: 'else addColumn(matmul(w, a, z), b, z)',
    after: 'else addColumn(z, b, matmul(w, a, z))',
    proof: 'matmul returns the matrix z that it fills, so that both arguments are z, filled before addColumn begins.',
  },
  {
    file: 'packages/activations/src/perNeuron.ts',
    inside: 'runsOf',
    before: 'const runsOf = (height: number) => (runs[height] ??= runsOfHeight(height, activationOf))',
    after: 'const runsOf = (height: number) => (runs[height + 1] ??= runsOfHeight(height, activationOf))',
    proof: 'Where the runs of a height are kept is read and written by this expression alone, and no two heights share a place.',
  },
  {
    file: 'packages/activations/src/softmax.ts',
    inside: 'pullback',
    before: 'for (let j = 0; j < rows; j++) held[j] = g.data[i + j]',
    after: 'for (let j = 0; j <= rows; j++) held[j] = g.data[i + j]',
    proof: HELD_AND_NOT_READ,
  },
  {
    file: 'packages/linalg/src/reference/kernels/softmax.ts',
    inside: 'pullback',
    before: 'for (let j = 0; j < rows; j++) held[j] = g.buffer[g.offset + i + j]',
    after: 'for (let j = 0; j <= rows; j++) held[j] = g.buffer[g.offset + i + j]',
    proof: HELD_AND_NOT_READ,
  },
]

/** Whether an entry speaks of a mutant. */
export function speaksOf(entry: Equivalent, mutant: Mutant): boolean {
  return entry.file === mutant.file && entry.inside === mutant.inside && entry.before === mutant.before && entry.after === mutant.after
}
