import { demon, type Demon, type Measurement } from '@nablajs/explain'
import { costs } from '../../engine/names.js'
import { networkOf } from '../../engine/networkOf.js'
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
  const net = networkOf(input)
  const range = Array.from({ length: 2 * STEPS + 1 }, (_, i) => (limits.deltaZ * (i - STEPS)) / STEPS)
  const options = { layer, neuron: j - 1, at }
  const [x, y] = [Float64Array.from(input.x), Float64Array.from(input.y)]
  const found = demon(net, costs[input.netCost], x, y, { ...options, deltaZ: range })
  const { measurements: [here = { change, predicted: NaN, actual: NaN, holds: false }] } = demon(net, costs[input.netCost], x, y, { ...options, deltaZ: change })
  net.close()
  return { ...found, here }
}
