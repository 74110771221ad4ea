import { expect, it } from 'vitest'
import { linear, perNeuron, relu, sigmoid, softmax, tanh, type Activation } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { fromFunction, random } from '@nablajs/linalg'
import { saturation } from './saturation.js'

/** A network of one layer whose z is its input. */
function identity(activation: Activation, neurons: number) {
  const net = network([neurons, neurons], { activation, initialiser: () => undefined, dtype: 'float64', maxBatch: 2 })
  for (let j = 0; j < neurons; j++) net.w[2].set(j, j, 1)
  return net
}

it('counts the neurons and samples at which σ′ is small beside its largest, over blocks of any length', () => {
  const z = [-5, -4, 0, 4, 5]
  const [layer] = saturation(identity(sigmoid, 1), { rows: 1, data: Float64Array.from(z) })
  const slopes = z.map((x) => 1 / (2 + Math.exp(x) + Math.exp(-x)))
  expect(layer.layer).toBe(2)
  expect(layer.saturated).toBe(2 / 5)
  expect(layer.largestSlope).toBeCloseTo(1 / 4, 14)
  expect(layer.meanSlope).toBeCloseTo(slopes.reduce((sum, slope) => sum + slope, 0) / 5, 14)
})

it('shows how σ′ is distributed', () => {
  // σ′(0) = 1/4 is the largest, σ′(±4) = 0.0177 in the second of twenty intervals of 0.0125, σ′(±5) = 0.0066 in the first.
  const [{ slopes }] = saturation(identity(sigmoid, 1), { rows: 1, data: Float64Array.of(-5, -4, 0, 4, 5) })
  expect(slopes.map(({ count }) => count)).toEqual([2, 2, ...new Array<number>(17).fill(0), 1])
  expect([slopes[0].from, slopes[19].to]).toEqual([0, 0.25])
  const flat = saturation(identity({ ...linear, fPrime: () => 0, pullback: (_z, _a, _g, delta) => void delta.data.fill(0) } as Activation, 1), [3])
  expect(flat[0].slopes[0]).toEqual({ from: 0, to: 0, count: 1 })
})

it('counts a unit that is off, and holds each neuron to the largest slope of its own', () => {
  expect(saturation(identity(relu, 2), { rows: 2, data: Float64Array.of(1, -1, 3, 2) })).toMatchObject([{ meanSlope: 3 / 4, largestSlope: 1, saturated: 1 / 4 }])
  // tanh′(3) = 0.0099 is below 0.05, σ′(3) = 0.045 is above 0.05/4.
  const [mixed] = saturation(identity(perNeuron(sigmoid, { 1: tanh }), 2), { rows: 2, data: Float64Array.of(3, 3) })
  expect([mixed.saturated, mixed.largestSlope]).toEqual([1 / 2, 1])
})

it('takes ∂a_j/∂z_j where neurons mix', () => {
  const [layer] = saturation(identity(softmax, 3), { rows: 3, data: Float64Array.of(9, 0, 0, 0, 0, 0) })
  expect(layer.saturated).toBe(1 / 2)
  expect(layer.largestSlope).toBeGreaterThan(0.2499)
})

it('names the inputs that are quiet and the neurons that are mostly saturated, and counts their weights', () => {
  const net = network([3, 2, 1], { activation: sigmoid, dtype: 'float64', initialiser: () => undefined })
  net.b[2].set(1, 0, 40)
  const [hidden, output] = saturation(net, { rows: 3, data: Float64Array.of(1, 0.01, 0, -1, 0.01, 0) })
  expect(hidden.slow).toEqual({
    count: 5, // Two columns of two weights, and what is left of a row of three.
    share: 5 / 6,
    quietInputs: [{ k: 1, meanActivation: 0.01 }, { k: 2, meanActivation: 0 }],
    saturatedNeurons: [{ j: 1, share: 1 }],
  })
  expect(output.slow).toEqual({ count: 0, share: 0, quietInputs: [], saturatedNeurons: [] })
})

it('counts δ and the gradient by powers of ten, over blocks as over all at once', () => {
  const draws = random(3)
  const X = fromFunction(4, 7, () => draws.normal(), { dtype: 'float64' })
  const Y = fromFunction(2, 7, () => draws.uniform(), { dtype: 'float64' })
  const make = (maxBatch: number) => network([4, 5, 2], { activation: sigmoid, dtype: 'float64', maxBatch })
  const whole = make(7)
  const found = saturation(make(3), X, quadratic, Y)
  expect(found.map(({ errors, meanSlope }) => [errors, meanSlope])).toEqual(
    saturation(whole, X, quadratic, Y).map(({ errors, meanSlope }) => [errors, expect.closeTo(meanSlope, 14) as number]),
  )
  const gradient = backprop(whole, quadratic, X, Y)
  const exponent = (x: number) => Number(x.toExponential().split('e')[1])
  found.forEach(({ layer, errors, gradients, slowest }) => {
    const deltas = Array.from(whole.delta[layer].data, exponent)
    for (const { exponent: power, count } of errors.decades) expect(count).toBe(deltas.filter((x) => x === power).length)
    const weights = gradient.w[layer]
    expect(gradients.decades.reduce((sum, { count }) => sum + count, gradients.zeros)).toBe(weights.data.length)
    expect(slowest.length).toBe(10)
    slowest.forEach(({ j, k, gradient: slow }) => expect(slow).toBeCloseTo(weights.get(j, k), 14))
    expect(Math.abs(slowest[0].gradient)).toBeCloseTo(Math.min(...weights.data.map(Math.abs)), 14)
  })
})

it('says why a weight is slow', () => {
  const net = network([3, 2], { activation: sigmoid, dtype: 'float64', initialiser: () => undefined })
  net.b[2].set(1, 0, 40)
  const [{ slowest }] = saturation(net, [1, 0, 1], quadratic, [0, 0])
  const reasons = new Map<string, readonly string[]>(slowest.map(({ j, k, reasons: why }) => [`${j} ${k}`, why]))
  expect(reasons.get('0 1')).toEqual(['a_in'])
  expect(reasons.get('1 1')).toEqual(['a_in', 'saturated'])
  expect(reasons.get('1 0')).toEqual(['saturated'])
  expect(reasons.get('0 0')).toEqual(['delta'])
})

it('refuses a cost without targets', () => {
  const net = network([1, 1], { activation: sigmoid })
  expect(() => saturation(net, [1], quadratic, undefined as never)).toThrow(expect.objectContaining({ code: 'ShapeError', where: 'backprop, Y' }))
})

it('takes bytes with their scale, and refuses targets of another count', () => {
  const net = network([1, 1], { activation: sigmoid, maxBatch: 2 })
  const scaled = saturation(net, { rows: 1, data: Uint8Array.of(0, 51, 255), scale: 1 / 51 })
  expect(scaled).toEqual(saturation(net, { rows: 1, data: Float32Array.of(0, 1, 5) }))
  const X = { rows: 1, data: Float32Array.of(1, 2, 3) }
  for (const count of [2, 4, 5]) {
    expect(() => saturation(net, X, quadratic, { rows: 1, data: new Float32Array(count) })).toThrow(expect.objectContaining({ code: 'ShapeError' }))
  }
})
