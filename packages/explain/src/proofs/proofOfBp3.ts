import { derivativeOf } from './derivativeOf.js'
import type { Known } from './known.js'
import { proofStep, type Proof } from './proofStep.js'

/**
 * BP3 by the chain rule through z^l, the first half of the chapter's exercise.
 *
 * Shapes: every side has n_l numbers.
 */
export function proofOfBp3({ delta, b, change, costRate }: Known, l: number): Proof {
  const neurons = Array.from(delta[l].keys())
  const costRates = neurons.map((i) => costRate(l, i))
  // Row j: ∂z^l_i/∂b^l_j for every i.
  const rates = neurons.map((j) => derivativeOf((to) => change.biasAt(l, j, to), b[l][j]))
  const sum = rates.map((row) => row.reduce((total, rate, i) => total + costRates[i] * rate, 0))
  const [nabla, ofZ] = [`\\frac{\\partial C}{\\partial b^{${l}}_j}`, (i: string) => `\\frac{\\partial C}{\\partial z^{${l}}_${i}}`]
  const rate = (i: string) => `\\frac{\\partial z^{${l}}_${i}}{\\partial b^{${l}}_j}`
  const own = rates.map((row, j) => row[j])
  return {
    of: 'BP3',
    layer: l,
    steps: [
      proofStep(`${nabla} = \\sum_i ${ofZ('i')} ${rate('i')} = ${ofZ('j')} ${rate('j')}`, 'the chain rule; a bias acts on its own neuron alone', sum, neurons.map((j) => costRates[j] * own[j])),
      proofStep(`${rate('j')} = 1`, 'the derivative of z = w a + b by b', own, neurons.map(() => 1)),
      proofStep(`${nabla} = \\delta^{${l}}_j`, 'the definition of the error', sum, delta[l]),
    ],
  }
}
