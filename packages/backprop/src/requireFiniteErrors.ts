import type { Cost } from '@nablajs/costs'
import { DataError, fill, like, PluginError, type Floats, type Matrix } from '@nablajs/linalg'
import type { Batch } from './arena.js'
import { bp1 } from './bp1.js'
import { costGradient } from './costGradient.js'
import { firstThatIsNotFinite } from './firstThatIsNotFinite.js'
import type { Network } from './network.js'
import { pairingOf } from './pair.js'
import { blame, firstNonFinite, requireFinite, type NonFinite } from './requireFinite.js'

/**
 * Throws where a minibatch that has been through the network left a number that is not finite: in the output, in Σ C_x
 * (`total`), in an error δ, or in the gradient where one is given. To be called before such a gradient is descended.
 *
 * Shapes: a^l, z^l, δ^l: n_l × m; total: a number; flat: laid out as the parameters. Throws `PluginError` naming the activation
 * or the cost that made it of finite numbers, with layer, neuron and sample in `where`; `DataError` where numbers overflowed.
 */
export function requireFiniteErrors(operation: string, net: Network, cost: Cost, batch: Batch, total: number, flat?: Floats): void {
  requireFinite(operation, net, batch)
  if (Number.isFinite(total) && allFinite(flat) && batch.delta.every(({ data }) => allFinite(data))) return
  const found = firstNonFinite(net, batch)
  if (!found) throw blameCost(operation, cost, batch.a[net.L], batch.y)
  throw found.quantity === 'delta' ? blameDelta(operation, net, cost, batch, found) : blame(operation, net, batch, found)
}

function allFinite(data: Floats | undefined): boolean {
  return data === undefined || firstThatIsNotFinite(data) < 0
}

/** Every z, a and δ is finite: C_x of some sample is not, or a sum or product of finite numbers. */
function blameCost(operation: string, cost: Cost, a: Matrix, y: Matrix): PluginError | DataError {
  for (let i = 0; i < a.cols; i++) {
    const value = cost.value(a.column(i), y.column(i))
    if (Number.isFinite(value)) continue
    const where = `${operation}, sample ${i}, cost ${cost.name}`
    return tooLarge(a, y, i) ? overflow(where, i, value) : notFinite(cost.name, where, 'a finite C_x', value)
  }
  return overflow(operation, undefined, Infinity)
}

/** δ is not finite and all that comes before is: the plugins are asked again, one at a time. */
function blameDelta(operation: string, net: Network, cost: Cost, batch: Batch, found: NonFinite): PluginError | DataError {
  const { layer: l, neuron: j, sample: i, value } = found
  const [activation, z, a] = [net.activation[l], batch.z[l], batch.a[l]]
  const where = `${operation}, layer ${l}, neuron ${j}, sample ${i}`
  const answer = like(a)
  if (l === net.L) {
    bp1(cost, activation, z, a, batch.y, answer)
    if (Number.isFinite(answer.get(j, i))) return overflow(where, i, value) // The sample's weight made it so.
    const paired = pairingOf(cost, activation, j) !== undefined
    costGradient(cost, a, batch.y, answer)
    if ((paired || !allFinite(answer.column(i))) && !tooLarge(a, batch.y, i)) {
      return notFinite(cost.name, `${where}, cost ${cost.name}`, paired ? 'a finite number of its pairing' : 'a finite ∇ₐC', value)
    }
    if (paired) return overflow(where, i, value)
  }
  activation.pullback(z, a, fill(answer, 1), answer)
  if (allFinite(answer.column(i))) return overflow(where, i, value)
  return notFinite(activation.name, `${where}, activation ${activation.name}`, `a finite σ′ for z = ${z.get(j, i)}`, value)
}

/** From here on squares overflow, so that no cost can be blamed. */
const TOO_LARGE = { float32: 2 ** 64, float64: 2 ** 512 }

function tooLarge(a: Matrix, y: Matrix, i: number): boolean {
  const isLarge = (x: number) => Math.abs(x) >= TOO_LARGE[a.dtype]
  return a.column(i).some(isLarge) || y.column(i).some(isLarge)
}

function notFinite(plugin: string, where: string, expected: string, got: number): PluginError {
  return new PluginError({
    plugin,
    where,
    expected,
    got: String(got),
    fix: 'Mend the plugin at these numbers; checkActivation and checkCost find such places.',
  })
}

function overflow(where: string, sample: number | undefined, got: number): DataError {
  return new DataError({
    ...(sample === undefined ? {} : { sample }),
    where,
    expected: 'numbers that stay finite on the way back',
    got: String(got),
    fix: 'Look for weights, targets or sample weights so large that their product overflows; scale the data, or lower η.',
  })
}
