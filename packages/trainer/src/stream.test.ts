import { expect, it } from 'vitest'
import fc from 'fast-check'
import { linear, sigmoid, tanh } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { random } from '@nablajs/linalg'
import type { Epoch } from './epoch.js'
import { evaluate } from './evaluate.js'
import { momentum } from './momentum.js'
import type { Samples, SampleStream } from './samples.js'
import { train } from './train.js'
import type { TrainOptions } from './trainOptions.js'
import { updateMiniBatch } from './updateMiniBatch.js'

const options: TrainOptions = { cost: quadratic, epochs: 3, batchSize: 4, learningRate: 0.5 }

function part({ inputs, targets, weights }: Samples, from: number, to: number): Samples {
  const cut = ({ rows, data, scale = 1 }: Samples['inputs']) => ({ rows, scale, data: data.subarray(from * rows, to * rows) })
  return { size: to - from, inputs: cut(inputs), targets: cut(targets), ...(weights && { weights: cut(weights) }) }
}

/** The samples in blocks of the lengths given, again and again. */
function streamOf(samples: Samples, lengths: readonly number[]): SampleStream {
  return {
    async *[Symbol.asyncIterator]() {
      let from = 0
      for (let i = 0; from < samples.size; i++) {
        const to = Math.min(samples.size, from + lengths[i % lengths.length])
        await Promise.resolve()
        yield part(samples, from, to)
        from = to
      }
    },
  }
}

function randomSamples(size: number, rows: number, seed: number): Samples {
  const draws = random(seed)
  return {
    size,
    inputs: { rows, data: Float32Array.from({ length: size * rows }, () => draws.normal()) },
    targets: { rows: 1, data: Uint8Array.from({ length: size }, () => draws.integer(2)) },
  }
}

async function all(training: AsyncIterable<Epoch>): Promise<Epoch[]> {
  const epochs: Epoch[] = []
  for await (const epoch of training) epochs.push(epoch)
  return epochs
}

/** The steps of the chapter, in the order of the samples. */
function stepThrough(net: Network, samples: Samples, { epochs, batchSize }: TrainOptions, learningRate: number): void {
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < samples.size; from += batchSize) {
      const { inputs, targets } = part(samples, from, Math.min(samples.size, from + batchSize))
      updateMiniBatch(net, inputs, targets, { cost: quadratic, learningRate })
    }
  }
}

it('trains in the order of the stream, to the same bits however it is cut into blocks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), fc.nat(), async (size, lengths, seed) => {
      const samples = randomSamples(size, 3, seed)
      const [net, twin] = [7, 7].map((start) => network([3, 5, 1], { activation: sigmoid, seed: start }))
      const epochs = await all(train(net, streamOf(samples, lengths), options))
      stepThrough(twin, samples, options, 0.5)
      expect(net.parameters).toEqual(twin.parameters)
      expect(epochs.map(({ accuracy }) => typeof accuracy)).toEqual(['number', 'number', 'number'])
    }),
    { numRuns: 15 },
  )
})

/** 4 KiB a sample: a window holds some 2,000 of them. */
const large = randomSamples(5001, 1024, 3)

it('goes on from window to window, and from a state in any of them', async () => {
  const wide: TrainOptions = { ...options, epochs: 2, batchSize: 50, learningRate: 0.01 }
  const [net, twin] = [1, 1].map((seed) => network([1024, 1], { activation: linear, seed }))
  await all(train(net, streamOf(large, [777]), wide))
  stepThrough(twin, large, wide, 0.01)
  expect(net.parameters).toEqual(twin.parameters)

  for (const cut of [20, 60, 101, 120]) {
    const stop = new AbortController()
    const first = train(network([1024, 1], { activation: linear, seed: 1 }), streamOf(large, [777]), {
      ...wide,
      signal: stop.signal,
      onStep: ({ step }) => step === cut && stop.abort('enough'),
    })
    await expect(all(first)).rejects.toBe('enough')
    const rest = network([1024, 1], { activation: linear, seed: 9 })
    await all(train(rest, streamOf(large, [1000]), { ...wide, resume: first.state() }))
    expect(rest.parameters).toEqual(net.parameters)
  }
})

it.each([1999, 2049, 2100, 4500])('names a sample that makes numbers explode, by its place in the stream, and keeps the last good parameters: %i', async (sample) => {
  const data = Float32Array.from(large.inputs.data)
  data.fill(3e38, sample * 1024, (sample + 1) * 1024)
  const net = network([1024, 1], { activation: linear, seed: 1 })
  const twin = network([1024, 1], { activation: linear, seed: 1 })
  const wide: TrainOptions = { ...options, batchSize: 50, learningRate: 0.001 }
  const bad = streamOf({ ...large, inputs: { rows: 1024, data } }, [777])
  await expect(all(train(net, bad, wide))).rejects.toMatchObject({ code: 'DivergedError', epoch: 1, step: Math.floor(sample / 50) + 1, sample })
  // The last parameters whose cost was finite are those before the step that came before.
  stepThrough(twin, part(large, 0, (Math.floor(sample / 50) - 1) * 50), { ...wide, epochs: 1 }, 0.001)
  expect(net.parameters).toEqual(twin.parameters)
})

it('names the step that left parameters that are not finite, also where it was the last of a window', async () => {
  const data = Float32Array.from(large.targets.data)
  const wide: TrainOptions = { ...options, batchSize: 50, learningRate: 1e38 }
  const net = network([1024, 1], { activation: linear, seed: 1 })
  const training = train(net, streamOf({ ...large, targets: { rows: 1, data } }, [777]), wide)
  await expect(all(training)).rejects.toMatchObject({ code: 'DivergedError', epoch: 1 })
  expect(net.parameters.every(Number.isFinite)).toBe(true)
})

it('asks for the order of each epoch, where the stream has one of its own', async () => {
  const samples = randomSamples(10, 3, 1)
  const asked: number[] = []
  const stream: SampleStream = { ...streamOf(samples, [3]), size: 10, epoch: (number) => (asked.push(number), streamOf(samples, [number])) }
  const steps: number[] = []
  await all(train(network([3, 1], { activation: tanh }), stream, { ...options, learningRate: ({ stepsPerEpoch }) => (steps.push(stepsPerEpoch), 0.1) }))
  expect(asked).toEqual([1, 2, 3])
  expect(new Set(steps)).toEqual(new Set([3]))
  const unknown: number[] = []
  await all(train(network([3, 1], { activation: tanh }), streamOf(samples, [3]), { ...options, epochs: 2, learningRate: ({ stepsPerEpoch }) => (unknown.push(stepsPerEpoch), 0.1) }))
  expect(unknown).toEqual([NaN, NaN, NaN, 3, 3, 3])
})

it('trains with sample weights, and with an optimizer that remembers', async () => {
  const samples = { ...randomSamples(11, 3, 5), weights: { rows: 1, data: Float64Array.from({ length: 11 }, (_, i) => i / 5) } }
  const [net, twin] = [1, 1].map((seed) => network([3, 1], { activation: sigmoid, seed }))
  await all(train(net, streamOf(samples, [2, 5]), { ...options, optimizer: momentum() }))
  await all(train(twin, streamOf(samples, [11]), { ...options, optimizer: momentum() }))
  expect(net.parameters).toEqual(twin.parameters)
})

it('evaluates on a stream what it would on the whole', async () => {
  const samples = randomSamples(40, 3, 5)
  const net = network([3, 4, 1], { activation: sigmoid })
  const whole = await evaluate(net, samples, { cost: quadratic })
  const streamed = await evaluate(net, streamOf(samples, [7, 1]), { cost: quadratic })
  expect(streamed).toEqual({ ...whole, cost: expect.closeTo(whole.cost, 14) })
  const [epoch] = await all(train(net, samples, { ...options, epochs: 1, test: streamOf(samples, [9]) }))
  expect(epoch.test?.correct).toBeGreaterThan(0)
})

it('does not know the progress of a stream that does not say its size', async () => {
  const told: number[] = []
  await all(train(network([3, 1], { activation: tanh }), streamOf(randomSamples(10, 3, 1), [3]), { ...options, epochs: 1, onProgress: ({ size, secondsLeft }) => told.push(size, secondsLeft) }))
  expect(new Set(told)).toEqual(new Set([0, NaN]))
})

it('refuses a stream that cannot be', async () => {
  const samples = randomSamples(6, 3, 1)
  const trainOn = (stream: AsyncIterable<Samples>, more: Partial<TrainOptions> = {}) => all(train(network([3, 1], { activation: tanh }), stream, { ...options, ...more }))
  await expect(trainOn(streamOf(samples, [6])[Symbol.asyncIterator]() as AsyncGenerator<Samples>)).rejects.toThrow('begins anew at each iteration')
  await expect(trainOn(streamOf({ ...samples, size: 0 }, [6]))).rejects.toThrow('train, epoch 1')
  const mixed = async function* () {
    await Promise.resolve()
    yield samples
    yield { ...samples, inputs: { ...samples.inputs, data: new Uint8Array(18), scale: 0.5 } }
  }
  await expect(trainOn({ [Symbol.asyncIterator]: mixed })).rejects.toThrow('expected Float32Array, as in the first block, got Uint8Array times 0.5')
  await expect(trainOn(streamOf({ ...samples, inputs: { rows: 2, data: samples.inputs.data } }, [6]))).rejects.toMatchObject({ code: 'ShapeError' })
  const notFinite = { ...samples, inputs: { rows: 3, data: Float32Array.from(samples.inputs.data, (x, i) => (i === 16 ? NaN : x)) } }
  await expect(trainOn(streamOf(notFinite, [2]))).rejects.toThrow('block at sample 4 of epoch 1, inputs, sample 1, row 1')
  const state = train(network([3, 1], { activation: tanh }), streamOf(samples, [6]), options).state()
  await expect(trainOn(streamOf(samples, [6]), { resume: { ...state, position: 8 } })).rejects.toThrow('at least 8 samples')
  await expect(evaluate(network([3, 1], { activation: tanh }), streamOf({ ...samples, size: 0 }, [6]), { cost: quadratic })).rejects.toThrow('at least one sample')
})

it('knows how many steps an epoch has when it goes on in a later one', async () => {
  const samples = randomSamples(10, 3, 1)
  const stop = new AbortController()
  const first = train(network([3, 1], { activation: tanh }), streamOf(samples, [3]), { ...options, signal: stop.signal, onStep: ({ step }) => step === 5 && stop.abort('enough') })
  await expect(all(first)).rejects.toBe('enough')
  const steps: number[] = []
  const learningRate = ({ stepsPerEpoch }: { stepsPerEpoch: number }) => (steps.push(stepsPerEpoch), 0.1)
  await all(train(network([3, 1], { activation: tanh }), streamOf(samples, [3]), { ...options, learningRate, resume: first.state() }))
  expect(new Set(steps)).toEqual(new Set([3]))
})
