import type { Proof, ProofStep } from '@nablajs/explain'
import type { Place } from './place.js'

/** Both sides of an equality at one neuron, or one weight. */
export interface Sides {
  readonly left: number
  readonly right: number
}

/** Both sides where the reader looks: `others` is how many k there are, neurons of the layer after in BP2, of the layer before in BP4. */
export function sidesAt(of: Proof['of'], { equation, left, right }: ProofStep, { j, k }: Place, others: number): Sides {
  const isOfPairs = of === 'BP4' || equation === '(44)'
  const at = equation === '(43)' ? k - 1 : isOfPairs ? (j - 1) * others + k - 1 : j - 1
  return { left: left[at] ?? NaN, right: right[at] ?? NaN }
}
