import { derivativeOf } from './derivativeOf.js'
import type { Known } from './known.js'
import { proofStep, type Proof } from './proofStep.js'

/**
 * BP1 by the chain rule through a^L: (36) to (39). Where neurons mix it ends at (37): the sum over k keeps all its terms.
 *
 * Shapes: every side has n_L numbers.
 *
 * @equation (36)
 * @equation (37)
 * @equation (38)
 * @equation (39)
 */
export function proofOfBp1({ L, delta, z, nablaA, sigmaPrime, mixes, change, costRate }: Known): Proof {
  const outputs = Array.from(delta[L].keys())
  // Row j: ∂a^L_k/∂z^L_j for every k.
  const rates = outputs.map((j) => derivativeOf((to) => change.activationAt(L, j, to), z[L][j]))
  const sum = rates.map((rate) => rate.reduce((total, r, k) => total + nablaA[k] * r, 0))
  const [error, ofA] = [`\\delta^{${L}}_j`, (k: string) => `\\frac{\\partial C}{\\partial a^{${L}}_${k}}`]
  const rate = (k: string) => `\\frac{\\partial a^{${L}}_${k}}{\\partial z^{${L}}_j}`
  const steps = [
    proofStep(`${error} = \\frac{\\partial C}{\\partial z^{${L}}_j}`, 'the definition of the error', delta[L], outputs.map((j) => costRate(L, j)), '(36)'),
    proofStep(`${error} = \\sum_k ${ofA('k')} ${rate('k')}`, 'the chain rule, by way of every output activation', delta[L], sum, '(37)'),
  ]
  if (mixes[L]) return { of: 'BP1', layer: L, steps }
  const own = rates.map((row, j) => nablaA[j] * row[j])
  const byPrime = outputs.map((j) => nablaA[j] * sigmaPrime[L][j])
  steps.push(
    proofStep(`${error} = ${ofA('j')} ${rate('j')}`, 'an output activation depends on its own weighted input alone', sum, own, '(38)'),
    proofStep(`${error} = ${ofA('j')} \\sigma'(z^{${L}}_j)`, 'a = σ(z)', own, byPrime, '(39)'),
  )
  return { of: 'BP1', layer: L, steps }
}
