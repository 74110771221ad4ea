import { proofs, sigmaPrimeForm, trace, type Proof, type SigmaPrimeForm, type Trace } from '@nablajs/explain'
import { costs } from '../../engine/names.js'
import { networkOf } from '../../engine/networkOf.js'
import type { PassInput } from '../../engine/quantities.js'

/** A step of gradient descent on one sample: through a reader's network, back, and to the update. */
export function traceOf(input: PassInput, learningRate: number): Trace {
  const { net, cost, x, y } = sampleOf(input)
  const whole = trace(net, cost, x, y, { learningRate, samples: false })
  net.close()
  return whole
}

/** The errors of the same sample by products with Σ′, (33) to (35). */
export function productsOf(input: PassInput): SigmaPrimeForm {
  const { net, cost, x, y } = sampleOf(input)
  const form = sigmaPrimeForm(net, cost, x, y)
  net.close()
  return form
}

/** The proofs of BP1 to BP4, (36) to (45), with the numbers of the same sample. */
export function proofsOf(input: PassInput): readonly Proof[] {
  const { net, cost, x, y } = sampleOf(input)
  const all = proofs(net, cost, x, y)
  net.close()
  return all
}

function sampleOf(input: PassInput) {
  return { net: networkOf(input), cost: costs[input.netCost], x: Float64Array.from(input.x), y: Float64Array.from(input.y) }
}
