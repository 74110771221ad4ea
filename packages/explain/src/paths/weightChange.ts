import { requireNetwork, type Network, type SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { affine, fromColumns, matmul, OptionError } from '@nablajs/linalg'
import { forwardFrom } from '../forwardFrom.js'
import { oneSample } from '../oneSample.js'
import { firstRates } from './firstRates.js'
import { rates } from './rates.js'
import { requireWeight, type Weight } from './weight.js'

/** What a change of one weight did to the activations of a layer. */
export interface LayerChange {
  readonly layer: number
  /** Δa of each neuron, to first order. */
  readonly predicted: readonly number[]
  /** Δa of each neuron, by going forward with the changed weight. */
  readonly actual: readonly number[]
}

/** How a change of one weight travels to the cost. */
export interface WeightChange {
  readonly weight: Weight
  readonly deltaW: number
  /** l … L, on the way. */
  readonly layers: readonly LayerChange[]
  /** (∂C/∂w^l_jk) Δw^l_jk. */
  readonly predicted: number
  /** ΔC. */
  readonly actual: number
}

/**
 * A change of one weight on its way to the cost: Δa^l_j ≈ (∂a^l_j/∂w^l_jk) Δw^l_jk (48) in its own layer, Δa^(l+1)_q ≈ Σ_j (∂a^(l+1)_q/∂a^l_j) Δa^l_j (49) from
 * layer to layer, which is (50) with both put together, and over all paths (52) at the end ΔC ≈ (∂C/∂w^l_jk) Δw^l_jk (47). Beside each stands what
 * going forward with the changed weight gives.
 *
 * Shapes: x: n_1 numbers, y: n_L numbers, one sample. Computed in float64. Throws as `paths` does, for any number of paths, and `OptionError` for a
 * change that is not finite.
 *
 * @equation (47)
 * @equation (48)
 * @equation (49)
 * @equation (50)
 * @equation (52)
 */
export function weightChange(net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix, { weight, deltaW }: { weight: Weight; deltaW: number }): WeightChange {
  requireNetwork('weightChange', net)
  requireWeight('weightChange', net, weight)
  requireFiniteChange(deltaW)
  const found = oneSample('weightChange', net, cost, x, y)
  const { net: own, batch } = found
  const { layer: l, j, k } = weight
  const predictions = [fromColumns([firstRates(found, weight).map((rate) => rate * deltaW)], { dtype: 'float64' })]
  for (let next = l + 1; next <= own.L; next++) predictions.push(matmul(rates(found, next), predictions[next - l - 1]))
  const predicted = batch.delta[l].get(j, 0) * batch.a[l - 1].get(k, 0) * deltaW
  const before = batch.a.map((a) => a.data.slice())

  own.w[l].set(j, k, own.w[l].get(j, k) + deltaW)
  affine(own.w[l], batch.a[l - 1], own.b[l], batch.z[l])
  forwardFrom(own, batch, l)
  const actual = cost.value(batch.a[own.L].column(0), batch.y.column(0)) - found.cost
  const layers = predictions.map(({ data }, i) => ({
    layer: l + i,
    predicted: Array.from(data),
    actual: Array.from(batch.a[l + i].data, (a, q) => a - before[l + i][q]),
  }))
  return { weight: { ...weight }, deltaW, layers, predicted, actual }
}

function requireFiniteChange(deltaW: number): void {
  if (Number.isFinite(deltaW)) return
  throw new OptionError({
    option: 'deltaW',
    where: 'weightChange, deltaW',
    expected: 'a finite number',
    got: String(deltaW),
    fix: 'Give what is added to the weight, such as 0.01.',
  })
}
