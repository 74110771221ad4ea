import { proofs, sigmaPrimeForm, trace, type Proof, type SigmaPrimeForm, type Trace } from '@nablajs/explain'
import { experimentOn } from '../../engine/experimentOn.js'
import type { PassInput } from '../../engine/quantities.js'

/** A step of gradient descent on one sample: through a reader's network, back, and to the update. */
export function traceOf(input: PassInput, learningRate: number): Trace {
  return experimentOn(input, (net, cost, x, y) => trace(net, cost, x, y, { learningRate, samples: false }))
}

/** The errors of the same sample by products with Σ′, (33) to (35). */
export function productsOf(input: PassInput): SigmaPrimeForm {
  return experimentOn(input, sigmaPrimeForm)
}

/** The proofs of BP1 to BP4, (36) to (45), with the numbers of the same sample. */
export function proofsOf(input: PassInput): readonly Proof[] {
  return experimentOn(input, proofs)
}
