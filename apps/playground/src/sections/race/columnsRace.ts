import { backprop, type Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'

/** How long one gradient of a minibatch takes, in milliseconds, both ways. */
export interface ColumnsRace {
  readonly samples: number
  /** Sample by sample, and their gradients added. */
  readonly looped: number
  /** All samples as columns of one matrix. */
  readonly whole: number
  /** The largest difference of the two gradients, as a share of the largest entry. */
  readonly difference: number
}

interface Timing {
  /** Milliseconds that either way is repeated for. */
  readonly budget: number
  readonly now: () => number
}

const WARM_UP = 1 / 3
const LEAST_ROUNDS = 2

/**
 * The gradient of a minibatch sample by sample, and at once, on the same network and its backend.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, column after column.
 */
export function columnsRace(net: Network, cost: Cost, X: Float32Array, Y: Float32Array, { budget, now }: Timing): ColumnsRace {
  const [inputs = 1, outputs = 1] = [net.sizes[0], net.sizes.at(-1)]
  const samples = X.length / inputs
  const columns = Array.from({ length: samples }, (_, i) => ({ x: X.subarray(i * inputs, (i + 1) * inputs), y: Y.subarray(i * outputs, (i + 1) * outputs) }))
  const [all, targets] = [{ rows: inputs, data: X }, { rows: outputs, data: Y }]
  const out = net.gradient
  const total = new Float32Array(out.flat.length)
  const loop = () => {
    total.fill(0)
    for (const { x, y } of columns) {
      const { flat } = backprop(net, cost, x, y, { out })
      for (let i = 0; i < total.length; i++) total[i] = (total[i] ?? 0) + (flat[i] ?? 0) / samples
    }
  }
  const atOnce = () => backprop(net, cost, all, targets, { out })
  const looped = timed(loop, budget, now)
  const whole = timed(atOnce, budget, now)
  const { flat } = atOnce()
  const largest = total.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const off = total.reduce((most, one, i) => Math.max(most, Math.abs(one - (flat[i] ?? NaN))), 0)
  return { samples, looped, whole, difference: off / largest }
}

function timed(run: () => void, budget: number, now: () => number): number {
  const warm = now()
  do run()
  while (now() - warm < budget * WARM_UP)
  const start = now()
  let rounds = 0
  let end = start
  while (rounds < LEAST_ROUNDS || end - start < budget) {
    run()
    rounds++
    end = now()
  }
  return (end - start) / rounds
}
