import { derivativeOf } from './derivativeOf.js'
import type { Known } from './known.js'
import { proofStep, type Proof } from './proofStep.js'

/**
 * BP2 by the chain rule through z^(l+1): (40) to (45). Where neurons of layer l mix it ends at (43): ∂z^(l+1)_k/∂z^l_j then is the sum of w^(l+1)_ki ∂a^l_i/∂z^l_j.
 *
 * Shapes: every side has n_l numbers, those of (43) n_(l+1), those of (44) n_(l+1) · n_l.
 *
 * @equation (40)
 * @equation (41)
 * @equation (42)
 * @equation (43)
 * @equation (44)
 * @equation (45)
 */
export function proofOfBp2({ delta, z, a, w, b, sigmaPrime, mixes, change, costRate }: Known, l: number): Proof {
  const next = l + 1
  const [here, there] = [Array.from(delta[l].keys()), Array.from(delta[next].keys())]
  const costRates = there.map((k) => costRate(next, k))
  // Row j: ∂z^(l+1)_k/∂z^l_j for every k.
  const rates = here.map((j) => derivativeOf((to) => change.nextAt(l, j, to), z[l][j]))
  const sumOf = (from: readonly number[]) => rates.map((row) => row.reduce((sum, rate, k) => sum + rate * from[k], 0))
  const affine = there.map((k) => a[l].reduce((sum, ai, i) => sum + w[next][k][i] * ai, b[next][k]))
  const [error, rate] = [`\\delta^{${l}}_j`, `\\frac{\\partial z^{${next}}_k}{\\partial z^{${l}}_j}`]
  const sum = sumOf(delta[next])
  const steps = [
    proofStep(`${error} = \\frac{\\partial C}{\\partial z^{${l}}_j}`, 'the definition of the error', delta[l], here.map((j) => costRate(l, j)), '(40)'),
    proofStep(`${error} = \\sum_k \\frac{\\partial C}{\\partial z^{${next}}_k} ${rate}`, 'the chain rule, by way of every weighted input of the next layer', delta[l], sumOf(costRates), '(41)'),
    proofStep(`${error} = \\sum_k ${rate} \\delta^{${next}}_k`, 'the definition of the error of the next layer', sumOf(costRates), sum, '(42)'),
    proofStep(`z^{${next}}_k = \\sum_j w^{${next}}_{kj} \\sigma(z^{${l}}_j) + b^{${next}}_k`, 'how the next layer is made', z[next], affine, '(43)'),
  ]
  if (mixes[l]) return { of: 'BP2', layer: l, steps }
  const differentiated = here.map((j) => there.map((k) => w[next][k][j] * sigmaPrime[l][j]))
  const byPrime = here.map((j) => there.reduce((total, k) => total + w[next][k][j] * delta[next][k] * sigmaPrime[l][j], 0))
  steps.push(
    proofStep(`${rate} = w^{${next}}_{kj} \\sigma'(z^{${l}}_j)`, 'the derivative of (43)', rates.flat(), differentiated.flat(), '(44)'),
    proofStep(`${error} = \\sum_k w^{${next}}_{kj} \\delta^{${next}}_k \\sigma'(z^{${l}}_j)`, '(44) put into (42)', sum, byPrime, '(45)'),
  )
  return { of: 'BP2', layer: l, steps }
}
