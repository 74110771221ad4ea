import { costGradient } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { like, matmul, type Floats } from '@nablajs/linalg'
import type { Experiment } from './experiment.js'

/**
 * ∂C/∂a^l of the first sample: ∇ₐC at the output, (w^(l+1))ᵀ δ^(l+1) before it.
 *
 * Shapes: returns n_l numbers.
 */
export function costSlope({ net, batch }: Experiment, cost: Cost, l: number): Floats {
  const { a, y, delta } = batch
  const slope = like(a[l])
  if (l === net.L) costGradient(cost, a[l], y, slope)
  else matmul(net.w[l + 1].T, delta[l + 1], slope)
  return slope.column(0)
}
