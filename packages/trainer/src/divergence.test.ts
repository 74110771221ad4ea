import { expect, it } from 'vitest'
import { defineActivation, linear } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { network, type Network } from '@nablajs/backprop'
import type { Samples } from './samples.js'
import { momentum } from './momentum.js'
import { train } from './train.js'
import type { TrainOptions } from './trainOptions.js'

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

it('sees a parameter that is not finite after the last step of all, and goes back before it', async () => {
  const net = newNet()
  const start = net.parameters.slice()
  const error = await failure(net, { learningRate: 3e38, epochs: 1, batchSize: 600 })
  expect(error).toMatchObject({ code: 'DivergedError', step: 1, epoch: 1, quantity: 'w', layer: 2, got: expect.stringMatching(/Infinity|NaN/) })
  expect(net.parameters).toEqual(start)
})

it('names a bias where the weights are finite', async () => {
  const samples = { size: 1, inputs: { rows: 1, data: Float64Array.of(0) }, targets: { rows: 1, data: Float64Array.of(9) } }
  const error = await failure(network([1, 1], { activation: linear }), { learningRate: 3e38, epochs: 1, batchSize: 1 }, samples)
  expect(error).toMatchObject({ code: 'DivergedError', quantity: 'b', layer: 2, neuron: 0, sample: 0 })
})

it('has good parameters to go back to in a run that was resumed in mid-epoch', async () => {
  const stop = new AbortController()
  const onStep = ({ step }: { step: number }) => { if (step === 5) stop.abort() }
  const first = train(newNet(), line, { ...options, onStep, signal: stop.signal })
  await expect((async () => { for await (const { number } of first) expect(number).toBe(0) })()).rejects.toThrow()
  const net = newNet()
  const error = await failure(net, { learningRate: ({ step }) => (step < 9 ? 1e-3 : 1e38), resume: first.state() })
  expect(error).toMatchObject({ code: 'DivergedError', step: 10 })
  expect(net.parameters.every(Number.isFinite)).toBe(true)
})

it('leaves a state that can be gone on with: the bits of a run that was stopped there', async () => {
  const rate = (bad: number) => ({ step }: { step: number }) => (step === bad ? 1e38 : 1e-3)
  for (const bad of [290, 300]) {
    const net = newNet()
    const training = train(net, line, { ...options, learningRate: rate(bad), optimizer: momentum() })
    await expect((async () => { for await (const { number } of training) expect(number).toBeGreaterThan(0) })()).rejects.toThrow()
    const state = training.state()
    expect(state.step).toBe(bad - 1)
    for await (const { number } of train(net, line, { ...options, learningRate: 1e-3, optimizer: momentum(), resume: state })) expect(number).toBeGreaterThan(0)
    const twin = newNet()
    for await (const { number } of train(twin, line, { ...options, learningRate: 1e-3, optimizer: momentum() })) expect(number).toBeGreaterThan(0)
    expect(net.parameters).toEqual(twin.parameters)
  }
})

it('asks a schedule once for each step, also where steps are replayed', async () => {
  const asked: number[] = []
  const learningRate = ({ step, cost }: { step: number; cost: number }) => {
    asked.push(step)
    return step === 290 ? 1e38 : 1e-3 / (1 + cost)
  }
  await failure(newNet(), { learningRate })
  expect(asked).toEqual(Array.from({ length: 290 }, (_, i) => i + 1))
})

it('replays nothing where a callback looks at every step, and may write to the parameters', async () => {
  const net = newNet()
  let last = net.parameters.slice()
  const onStep = ({ step }: { step: number }) => {
    net.parameters[0] = step / 1000
    if (step === 289) last = net.parameters.slice()
  }
  const error = await failure(net, { onStep, learningRate: ({ step }) => (step === 290 ? 1e38 : 1e-3) })
  expect(error).toMatchObject({ step: 291 })
  expect(net.parameters).toEqual(last)
})

it('names the sample whose cost is not finite', async () => {
  const cost = defineCost({ ...quadratic, name: 'picky', value: (a, y) => (y[0] === 6 ? NaN : quadratic.value(a, y)) })
  const samples = { size: 4, inputs: { rows: 1, data: Float64Array.of(1, 2, 3, 4) }, targets: { rows: 1, data: Float64Array.of(2, 4, 6, 8) } }
  expect(await failure(newNet(), { cost, batchSize: 4 }, samples)).toMatchObject({ quantity: 'cost', sample: 2 })
})
