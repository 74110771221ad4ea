import type { Network, SampleMatrix } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { oneSample } from '../oneSample.js'
import { knownOf } from './known.js'
import { proofOfBp1 } from './proofOfBp1.js'
import { proofOfBp2 } from './proofOfBp2.js'
import { proofOfBp3 } from './proofOfBp3.js'
import { proofOfBp4 } from './proofOfBp4.js'
import type { Proof } from './proofStep.js'

/**
 * The proofs of BP1 to BP4 as chains of equalities, (36) to (45) and the chapter's exercise, each with its two sides in numbers on the network given: what stands
 * as ∂ in a proof is a difference of seven points there, so that each step is checked against what it means and not against the engine's own rules.
 * BP1 for layer L, BP2 for L − 1 … 2, BP3 and BP4 for 2 … L.
 *
 * Shapes: x: n_1 numbers, y: n_L numbers, one sample. Computed in float64. A difference says nothing within 0.012 of a kink. It takes some twelve forward passes for
 * each neuron and weight. Throws as `backprop` does, and `ShapeError` for more than one sample.
 */
export function proofs(net: Network, cost: Cost, x: SampleMatrix, y: SampleMatrix): Proof[] {
  const known = knownOf(oneSample('proofs', net, cost, x, y), cost)
  const layers = Array.from({ length: known.L - 1 }, (_, i) => i + 2)
  return [
    proofOfBp1(known),
    ...layers.slice(0, -1).reverse().map((l) => proofOfBp2(known, l)),
    ...layers.map((l) => proofOfBp3(known, l)),
    ...layers.map((l) => proofOfBp4(known, l)),
  ]
}
