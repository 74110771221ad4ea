import { checkGradient } from '@nablajs/testing'
import { backprop, defineActivation, network, perNeuron, quadratic, sigmoid, type Vector } from 'nabla'
import { showTerms } from './showTerms.js'
import { bp3AndBp4Gaps, termsOf, type Modified } from './terms.js'

const SIZES = [3, 4, 2]
const x = [0.3, -0.8, 0.5]
const y = [1, 0]

/**
 * One sample through a network that is sigmoid but for one neuron: every term of BP1 and BP2, how far BP3 and BP4 are from
 * the engine, and the whole gradient against differences.
 *
 * Shapes: returns lines of text.
 */
export async function oneSample({ layer, neuron, f }: Modified): Promise<string> {
  const net = await sigmoidBut({ layer, neuron, f })
  const gradient = backprop(net, quadratic, x, y)
  const terms = termsOf(net, y, { layer, neuron, f })
  const { bp3, bp4 } = bp3AndBp4Gaps(net, gradient)
  const largestGap = Math.max(...terms.map(({ byEquation, byEngine }) => Math.abs(byEquation - byEngine)))

  const halfDone = defineActivation({ name: 'f with σ′', f: f.f, fPrime: sigmoid.fPrime })
  const wrong = backprop(await sigmoidBut({ layer, neuron, f: halfDone }), quadratic, x, y)
  const { relativeError } = checkGradient(net, quadratic, x, y, { method: '7-point differences' })
  return [
    showTerms(terms),
    '',
    `BP1 and BP2, by hand and by engine:  largest difference ${exponent(largestGap)}`,
    `BP3, ∂C/∂b = δ, no f in it:          largest difference ${exponent(bp3)}`,
    `BP4, ∂C/∂w = δ aᵀ, no f in it:       largest difference ${exponent(bp4)}`,
    `gradient against differences: ${exponent(relativeError)}`,
    `had σ′ stayed at that neuron, the gradient were off by ${exponent(distance(wrong.flat, gradient.flat))}`,
  ].join('\n')
}

function sigmoidBut({ layer, neuron, f }: Modified) {
  const activationOf = (l: number) => (l === layer ? perNeuron(sigmoid, { [neuron]: f }) : sigmoid)
  const layers = SIZES.map((neurons, i) => (i === 0 ? neurons : { neurons, activation: activationOf(i + 1) }))
  return network(layers, { seed: 1, dtype: 'float64', maxBatch: 1 })
}

/** ‖g − g*‖₂ / ‖g*‖₂. */
function distance(g: Vector, right: Vector): number {
  const squares = (f: (i: number) => number) => right.reduce((sum, _, i) => sum + f(i) * f(i), 0)
  return Math.sqrt(squares((i) => (g[i] ?? NaN) - (right[i] ?? NaN)) / squares((i) => right[i] ?? NaN))
}

function exponent(x: number): string {
  return x.toExponential(1)
}
