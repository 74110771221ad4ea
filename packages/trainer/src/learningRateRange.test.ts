import { expect, it } from 'vitest'
import { linear, sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { learningRateRange } from './learningRateRange.js'

const line = {
  size: 8,
  inputs: { rows: 1, data: Float64Array.of(-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2) },
  targets: { rows: 1, data: Float64Array.of(-4, -3, -2, -1, 1, 2, 3, 4) },
}
const options = { cost: quadratic, batchSize: 8, from: 1e-3, to: 100, steps: 60 }

it('goes through the rates evenly in their logarithm, stops where the cost explodes, and leaves the network as it was', async () => {
  const net = network([1, 1], { activation: linear, dtype: 'float64' })
  const before = net.parameters.slice()
  const { points, suggestion } = await learningRateRange(net, line, options)
  expect(net.parameters).toEqual(before)
  expect(points.length).toBeLessThan(60)
  points.forEach(({ learningRate }, i) => expect(learningRate).toBeCloseTo(1e-3 * 1e5 ** (i / 59), 12))
  // Gradient descent on a parabola diverges beyond η = 2 / C″, here 2 / mean(x²) = 1.066…: a fact that the test must find.
  const curvature = line.inputs.data.reduce((sum, x) => sum + x * x, 0) / 8
  expect(points.at(-1)!.learningRate).toBeGreaterThan(2 / curvature)
  expect(suggestion).toBeGreaterThan(0.02)
  expect(suggestion).toBeLessThan(2 / curvature)
})

it('has no suggestion where the cost never fell, and goes over several epochs', async () => {
  const net = network([1, 1], { activation: sigmoid, dtype: 'float64' })
  const away = await learningRateRange(net, { ...line, targets: { rows: 1, data: new Float64Array(8).fill(1e300) } }, { ...options, steps: 3 })
  expect(away.suggestion).toBeUndefined()
  const all = await learningRateRange(net, line, { ...options, batchSize: 3, to: 1e-2, steps: 10 })
  expect(all.points).toHaveLength(10)
})

it('ends by a signal, and refuses a range that is none', async () => {
  const net = network([1, 1], { activation: linear })
  await expect(learningRateRange(net, line, { ...options, signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
  await expect(learningRateRange(net, line, { ...options, from: 1, to: 1 })).rejects.toThrow('more than from, which is 1')
  await expect(learningRateRange(net, line, { ...options, from: 0 })).rejects.toThrow('learningRateRange, from')
})
