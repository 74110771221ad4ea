import { expect, it } from 'vitest'
import { momentum } from './momentum.js'

it('is v → μ v − η ∂C/∂w, w → w + v', () => {
  const { step, vectors } = momentum({ coefficient: 0.5 })
  expect(vectors).toBe(1)
  const parameters = Float64Array.of(1, 10)
  const velocity = Float64Array.of(0, 4)
  const info = { learningRate: 0.25, step: 1, weightRanges: [] }
  step(parameters, Float64Array.of(8, -4), [velocity], info)
  expect([[...velocity], [...parameters]]).toEqual([[-2, 3], [-1, 13]])
  step(parameters, Float64Array.of(0, 4), [velocity], info)
  expect([[...velocity], [...parameters]]).toEqual([[-1, 0.5], [-2, 13.5]])
})

it('is plain descent with μ = 0, and has μ = 0.9 unless said', () => {
  const parameters = Float64Array.of(1)
  momentum({ coefficient: 0 }).step(parameters, Float64Array.of(1), [Float64Array.of(100)], { learningRate: 0.5, step: 1, weightRanges: [] })
  expect(parameters[0]).toBe(0.5)
  const velocity = Float64Array.of(1)
  momentum().step(Float64Array.of(0), Float64Array.of(0), [velocity], { learningRate: 1, step: 1, weightRanges: [] })
  expect(velocity[0]).toBe(0.9)
  expect(momentum()).toMatchObject({ name: 'momentum' })
})

it('rounds to float32 after each operation', () => {
  const [mu, eta, third] = [0.9, 0.1, 1 / 3].map(Math.fround)
  const parameters = Float32Array.of(1)
  const velocity = Float32Array.of(third)
  momentum().step(parameters, Float32Array.of(third), [velocity], { learningRate: 0.1, step: 1, weightRanges: [] })
  const v = Math.fround(Math.fround(mu * third) - Math.fround(eta * third))
  expect([velocity[0], parameters[0]]).toEqual([v, Math.fround(1 + v)])
})

it.each([-0.1, 1, NaN])('refuses μ = %s', (coefficient) => {
  expect(() => momentum({ coefficient })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'coefficient' }))
})

it('updates as many numbers as there are parameters', () => {
  const velocity = Float64Array.of(0, 7)
  momentum().step(Float64Array.of(1), Float64Array.of(1, 1), [velocity], { learningRate: 1, step: 1, weightRanges: [] })
  expect([...velocity]).toEqual([-1, 7])
})
