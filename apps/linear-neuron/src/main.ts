// The exercise of chapter 2: σ(z) = z everywhere. What does backpropagation become, and what can such a network learn?
import { checkGradient } from '@nablajs/testing'
import { backprop, dataset, evaluate, linear, network, quadratic, reference, train } from 'nabla'
import { equations, flat, relativeDifference } from './figures.js'
import { fold } from './fold.js'
import { layersOf } from './layersOf.js'
import { leastSquares } from './leastSquares.js'
import { linearBackprop } from './linearBackprop.js'
import { noisyMap } from './noisyMap.js'

const SIZES = [3, 4, 2]
const EPOCHS = 500
const { X, Y } = noisyMap(50, 1)
const samples = dataset(X, Y)
// By hand the layers are multiplied with X, so they lie where X does.
const net = await network(SIZES, { activation: linear, seed: 1, dtype: 'float64', backend: reference, maxBatch: X.cols })

console.log(`The algorithm with σ(z) = z, by [${SIZES.join(', ')}] on ${X.cols} samples. As σ′ = 1:

  BP1  δ^L = ∇ₐC = a^L − y        BP3  ∂C/∂b^l = δ^l
  BP2  δ^l = (w^(l+1))ᵀ δ^(l+1)   BP4  ∂C/∂w^l = δ^l (a^(l−1))ᵀ
`)
const rewritten = flat(linearBackprop(layersOf(net), X, Y))
const byEngine = backprop(net, quadratic, X, Y).flat
console.log(`∂C/∂b^3 rewritten: ${numbers(rewritten.slice(-2))}`)
console.log(`∂C/∂b^3 by engine: ${numbers(Array.from(byEngine.slice(-2)))}`)
console.log(`all ${rewritten.length} derivatives, rewritten against engine: ${exponent(relativeDifference(rewritten, byEngine))}`)
const { relativeError } = checkGradient(net, quadratic, X, Y, { method: '7-point differences' })
console.log(`gradient against differences: ${exponent(relativeError)}`)

console.log(`\nThe network trained by gradient descent on all samples at once, η = 0.1, and folded into one affine map:\n`)
const best = leastSquares(X, Y)
const distance = () => exponent(relativeDifference(flat([fold(layersOf(net))]), flat([best])))
console.log('epoch      cost  folded network against least squares')
for await (const { number } of train(net, samples, { cost: quadratic, epochs: EPOCHS, batchSize: X.cols, learningRate: 0.1 })) {
  if (![1, 10, 20, 50, 100, 200, EPOCHS].includes(number)) continue
  const { cost } = await evaluate(net, samples, { cost: quadratic })
  console.log(`${String(number).padStart(5)}  ${cost.toFixed(6)}  ${distance()}`)
}

const folded = fold(layersOf(net))
console.log(`\n${equations({ 'the network, folded': folded, 'least squares': best })}\n`)
console.log(`folded network against least squares: ${exponent(relativeDifference(flat([folded]), flat([best])))}`)
console.log('Layers of linear neurons, however many, learn what one affine map can: it is σ that makes depth useful.')

function numbers(list: readonly number[]): string {
  return list.map((x) => x.toFixed(9)).join('  ')
}

function exponent(x: number): string {
  return x.toExponential(1)
}
