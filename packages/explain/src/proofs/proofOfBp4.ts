import { derivativeOf } from './derivativeOf.js'
import type { Known } from './known.js'
import { proofStep, type Proof } from './proofStep.js'

/**
 * BP4 by the chain rule through z^l, the second half of the chapter's exercise.
 *
 * Shapes: every side has n_l · n_(l−1) numbers, row after row of w^l.
 */
export function proofOfBp4({ delta, a, w, change, costRate }: Known, l: number): Proof {
  const costRates = Array.from(delta[l].keys(), (i) => costRate(l, i))
  const weights = w[l].flatMap((row, j) => row.map((weight, k) => ({ j, k, weight })))
  // For each weight: ∂z^l_i/∂w^l_jk for every i.
  const rates = weights.map(({ j, k, weight }) => derivativeOf((to) => change.weightAt(l, j, k, to), weight))
  const sum = rates.map((row) => row.reduce((total, rate, i) => total + costRates[i] * rate, 0))
  const [nabla, ofZ] = [`\\frac{\\partial C}{\\partial w^{${l}}_{jk}}`, (i: string) => `\\frac{\\partial C}{\\partial z^{${l}}_${i}}`]
  const rate = (i: string) => `\\frac{\\partial z^{${l}}_${i}}{\\partial w^{${l}}_{jk}}`
  const own = weights.map(({ j }, at) => rates[at][j])
  return {
    of: 'BP4',
    layer: l,
    steps: [
      proofStep(`${nabla} = \\sum_i ${ofZ('i')} ${rate('i')} = ${ofZ('j')} ${rate('j')}`, 'the chain rule; a weight acts on its own neuron alone', sum, weights.map(({ j }, at) => costRates[j] * own[at])),
      proofStep(`${rate('j')} = a^{${l - 1}}_k`, 'the derivative of z = w a + b by w', own, weights.map(({ k }) => a[l - 1][k])),
      proofStep(`${nabla} = a^{${l - 1}}_k \\delta^{${l}}_j`, 'the definition of the error', sum, weights.map(({ j, k }) => a[l - 1][k] * delta[l][j])),
    ],
  }
}
