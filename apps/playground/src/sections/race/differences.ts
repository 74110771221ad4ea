import { backprop } from '@nablajs/backprop'
import { finiteDifferences } from '@nablajs/explain'
import { experimentOn } from '../../engine/experimentOn.js'
import type { PassInput } from '../../engine/quantities.js'

/** Both gradients of the reader's network, w², b², w³, …, each w column after column. */
export interface Compared {
  readonly backprop: readonly number[]
  readonly differences: readonly number[]
  /** ‖difference‖ / ‖gradient‖; NaN where ε was lost in rounding. */
  readonly off: number
}

/** The gradient by backpropagation, and by differences (46) with this ε. */
export function compare(input: PassInput, epsilon: number): Compared {
  const [exact, differences] = experimentOn(input, (net, cost, x, y) => [
    Array.from(backprop(net, cost, x, y).flat),
    Array.from(finiteDifferences(net, cost, x, y, { epsilon }).gradient.flat),
  ] as const)
  const length = (numbers: readonly number[]) => Math.hypot(...numbers)
  return { backprop: exact, differences, off: length(exact.map((one, i) => one - (differences[i] ?? NaN))) / length(exact) }
}
