import { expect, it } from 'vitest'
import { random } from '@nablajs/linalg'
import { powInt } from '@nablajs/linalg/exact'
import { adamScalars, adaptiveMoments, setStep } from './adaptiveMoments.js'
import { vectorOf } from './reference/stepsOf.js'

it('has its scalars in float64, with the powers that powInt has', () => {
  for (const step of [...Array.from({ length: 70 }, (_, i) => i + 1), 1e6, 2 ** 31 + 5, 2 ** 40 + 1]) {
    const scalars = adamScalars(0.9, 1 - 2 ** -30, 1e-6)
    setStep(scalars, { learningRate: 0.3, step, weightRanges: [] })
    const [unbiased1, unbiased2] = [1 - powInt(0.9, step), 1 - powInt(1 - 2 ** -30, step)]
    expect([...scalars]).toEqual([0.9, 1 - 0.9, 1 - 2 ** -30, 2 ** -30, 0.3 / unbiased1, 1 / Math.sqrt(unbiased2), 1e-6, 1])
  }
})

it.each(['float32', 'float64'] as const)('rounds them, and after each operation, %s', (dtype) => {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x
  const draws = random(1)
  for (let i = 0; i < 200; i++) {
    const scalars = Float64Array.from({ length: 8 }, () => draws.uniform() + 0.1)
    const [w, g, m, v] = Array.from({ length: 4 }, () => Math.abs(round(draws.normal())))
    const [parameters, means, squares] = [[w], [m], [v]].map((numbers) => vectorOf(dtype, numbers))
    adaptiveMoments(undefined, scalars, parameters, vectorOf(dtype, [g]), [means, squares], 0, 1)
    const [beta1, fresh1, beta2, fresh2, eta, unbias, epsilon, kept] = Array.from(scalars, round)
    const mean = round(round(beta1 * m) + round(fresh1 * g))
    const square = round(round(beta2 * v) + round(fresh2 * round(g * g)))
    expect([means[0], squares[0]]).toEqual([mean, square])
    const size = round(round(round(Math.sqrt(square)) * unbias) + epsilon)
    expect(parameters[0]).toBe(round(round(kept * w) - round(round(eta * mean) / size)))
  }
})

it.each(['float32', 'float64'] as const)('updates first … end − 1 and nothing else, %s', (dtype) => {
  const vectors = Array.from({ length: 3 }, () => vectorOf(dtype, [1, 1, 1, 1]))
  const [w, ...state] = vectors
  adaptiveMoments(undefined, new Float64Array(8).fill(0.5), w, vectorOf(dtype, [1, 2, 3, 4]), state, 1, 3)
  for (const vector of vectors) expect(Array.from(vector, (x) => x === 1)).toEqual([true, false, false, true])
})
