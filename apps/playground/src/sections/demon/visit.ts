import { demon, type Demon, type Measurement } from '@nablajs/explain'
import { experimentOn } from '../../engine/experimentOn.js'
import type { PassInput } from '../../engine/quantities.js'
import { limits } from '../../state/state.js'
import type { Seat } from './seat.js'

/** What a demon at one neuron of the reader's network finds. */
export interface Visit extends Demon {
  /** What the change that was asked for does. */
  readonly here: Measurement
}

/** Changes to either side of 0. */
const STEPS = 60

/** A demon at a neuron: changes all over the range, and the one that was asked for. */
export function visit(input: PassInput, { layer, j }: Seat, change: number, at: 'z' | 'a'): Visit {
  const range = Array.from({ length: 2 * STEPS + 1 }, (_, i) => (limits.deltaZ * (i - STEPS)) / STEPS)
  const options = { layer, neuron: j - 1, at }
  return experimentOn(input, (net, cost, x, y) => {
    const { measurements: [here = { change, predicted: NaN, actual: NaN, holds: false }] } = demon(net, cost, x, y, { ...options, deltaZ: change })
    return { ...demon(net, cost, x, y, { ...options, deltaZ: range }), here }
  })
}
