import { expect, it } from 'vitest'
import { defineActivation, linear } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { network, type Network } from '@nablajs/backprop'
import type { Samples } from './samples.js'
import { train, type TrainOptions } from './train.js'

const line: Samples = {
  size: 600,
  inputs: { rows: 1, data: Float64Array.from({ length: 600 }, (_, i) => (i % 7) - 3) },
  targets: { rows: 1, data: Float64Array.from({ length: 600 }, (_, i) => 2 * ((i % 7) - 3)) },
}
const options: TrainOptions = { cost: quadratic, epochs: 2, batchSize: 2, learningRate: 1e-3 }
const newNet = (activation = linear) => network([1, 2, 1], { activation, dtype: 'float32', seed: 2 })

async function failure(net: Network, more: Partial<TrainOptions>, samples = line): Promise<unknown> {
  try {
    for await (const { number } of train(net, samples, { ...options, ...more })) expect(number).toBeGreaterThan(0)
  } catch (error) {
    return error
  }
  return undefined
}

it('ends training at the first number that is not finite, at the last parameters whose cost was finite', async () => {
  const net = newNet()
  // The parameters as they were before each step.
  const before = [net.parameters.slice()]
  const onStep = () => before.push(net.parameters.slice())
  const error = await failure(newNet(), { learningRate: 5 })
  const again = await failure(net, { learningRate: 5, onStep })
  expect(error).toMatchObject({ code: 'DivergedError', epoch: 1, quantity: expect.stringMatching(/^(z|a|delta)$/) })
  const { step } = error as { step: number }
  expect(again).toMatchObject({ step, message: (error as Error).message })
  expect(net.parameters.every(Number.isFinite)).toBe(true)
  expect(before.some((parameters) => parameters.every((p, i) => p === net.parameters[i]))).toBe(true)
})

it('goes back further than a snapshot: a sudden jump of the rate at step 290', async () => {
  const net = newNet()
  const before: Float32Array[] = []
  const learningRate = ({ step }: { step: number }) => {
    before[step] = net.parameters.slice() as Float32Array
    return step === 290 ? 1e38 : 1e-3
  }
  const error = await failure(net, { learningRate })
  expect(error).toMatchObject({ code: 'DivergedError', step: 291, epoch: 1, quantity: 'z' })
  expect(net.parameters).toEqual(before[290])
})

it('goes back over the end of an epoch, whose order it shuffles again', async () => {
  const net = newNet()
  const before: Float32Array[] = []
  const learningRate = ({ step }: { step: number }) => {
    before[step] = net.parameters.slice() as Float32Array
    return step === 300 ? 1e38 : 1e-3
  }
  const error = await failure(net, { learningRate })
  expect(error).toMatchObject({ code: 'DivergedError', step: 301, epoch: 2, quantity: 'z' })
  expect(net.parameters).toEqual(before[300])
})

it('names the sample that overflows on the way back, in the step before the cost shows it', async () => {
  const cliff = defineActivation({ name: 'cliff', f: (z) => z, fPrime: (z) => (z > 2.9 ? Infinity : 1) })
  const net = network([1, { neurons: 1, activation: cliff }, 1], { activation: linear, dtype: 'float64' })
  net.parameters.set([1, 0, 1, 0])
  const samples = { size: 3, inputs: { rows: 1, data: Float64Array.of(1, 2, 3) }, targets: { rows: 1, data: Float64Array.of(0, 0, 0) } }
  const error = await failure(net, { batchSize: 1, epochs: 3 }, samples)
  expect(error).toMatchObject({ code: 'DivergedError', layer: 2, neuron: 0, sample: 2, quantity: 'delta' })
  expect(net.parameters.every(Number.isFinite)).toBe(true)
})

it('says it of the first step, where there is nothing to go back to', async () => {
  const broken = defineActivation({ name: 'broken', f: () => NaN, fPrime: () => 1 })
  const net = newNet(broken)
  const start = net.parameters.slice()
  const error = await failure(net, {})
  expect(error).toMatchObject({ code: 'DivergedError', step: 1, layer: 2, quantity: 'a', got: 'NaN' })
  expect(net.parameters).toEqual(start)
})

it('blames the cost where every activation is finite', async () => {
  const cost = defineCost({ ...quadratic, name: 'nowhere', value: () => NaN })
  expect(await failure(newNet(), { cost })).toMatchObject({ code: 'DivergedError', step: 1, layer: 3, quantity: 'cost' })
})
