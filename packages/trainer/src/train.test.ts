import { expect, it } from 'vitest'
import { linear, sigmoid, tanh } from '@nablajs/activations'
import { defineCost, quadratic } from '@nablajs/costs'
import { backprop, network } from '@nablajs/backprop'
import { fromColumns, zeros } from '@nablajs/linalg'
import { momentum } from './momentum.js'
import type { Samples } from './samples.js'
import type { Epoch } from './epoch.js'
import { train } from './train.js'
import type { TrainOptions } from './trainOptions.js'
import type { Optimizer } from './optimizer.js'

const xor: Samples = {
  size: 4,
  inputs: { rows: 2, data: Uint8Array.of(0, 0, 0, 1, 1, 0, 1, 1) },
  targets: { rows: 1, data: Uint8Array.of(0, 1, 1, 0) },
}
const options: TrainOptions = { cost: quadratic, epochs: 3, batchSize: 3, learningRate: 0.5 }
const newNet = () => network([2, 4, 1], { activation: tanh, dtype: 'float64', seed: 3 })

async function epochsOf(training: AsyncIterable<Epoch>): Promise<Epoch[]> {
  const epochs: Epoch[] = []
  for await (const epoch of training) epochs.push(epoch)
  return epochs
}

it('learns xor', async () => {
  const net = network([2, 4, 1], { activation: sigmoid, dtype: 'float64', seed: 3 })
  const epochs = await epochsOf(train(net, xor, { ...options, epochs: 2000, batchSize: 4, learningRate: 5, test: xor }))
  expect(epochs).toHaveLength(2000)
  expect(epochs.at(-1)).toMatchObject({ number: 2000, accuracy: 1, test: { correct: 4, accuracy: 1 } })
  expect(epochs.at(-1)!.cost).toBeLessThan(0.01)
})

it('takes the steps of the chapter: w → w − η times the mean gradient of each minibatch, the last smaller one by its own size', async () => {
  const net = newNet()
  const twin = newNet()
  const order: number[][] = []
  const spy = defineCost({ ...quadratic, gradient: (a, y, out) => quadratic.gradient(a, y, out) })
  // The order of the samples is read off the inputs that the network was shown.
  const seen = () => order.push([...net.a[1].toColumns().map(([p, q]) => 2 * p + q)])
  await epochsOf(train(net, xor, { ...options, cost: spy, epochs: 2, onStep: seen }))
  expect(order.map((batch) => batch.length)).toEqual([3, 1, 3, 1])
  expect(order.slice(0, 2).flat().sort()).toEqual([0, 1, 2, 3])
  for (const batch of order) {
    const X = fromColumns(batch.map((k) => [k >> 1, k & 1]), { dtype: 'float64' })
    const Y = fromColumns(batch.map((k) => [k === 1 || k === 2 ? 1 : 0]), { dtype: 'float64' })
    const { flat } = backprop(twin, quadratic, X, Y)
    flat.forEach((gradient, i) => (twin.parameters[i] -= 0.5 * gradient))
  }
  expect(net.parameters).toEqual(twin.parameters)
})

it('reports cost and accuracy as the mean over the minibatches, each as seen before its step', async () => {
  const net = newNet()
  const reports: number[] = []
  const [epoch] = await epochsOf(train(net, xor, { ...options, epochs: 1, onStep: ({ cost, samples }) => reports.push(cost * samples) }))
  expect(epoch.cost).toBeCloseTo((reports[0] + reports[1]) / 4, 15)
  expect(epoch.samplesPerSecond).toBeGreaterThan(0)
  expect(epoch).not.toHaveProperty('test')
  expect(epoch).not.toHaveProperty('training')
})

it('evaluates on the training samples after the epoch where asked to', async () => {
  const [epoch] = await epochsOf(train(newNet(), xor, { ...options, epochs: 1, evaluateTraining: true }))
  expect(epoch.training!.cost).toBeGreaterThan(0)
})

it('tells of each step', async () => {
  const steps: unknown[] = []
  await epochsOf(train(newNet(), xor, { ...options, epochs: 2, onStep: (step) => steps.push(step) }))
  expect(steps).toMatchObject([
    { step: 1, epoch: 1, samples: 3, learningRate: 0.5 },
    { step: 2, epoch: 1, samples: 1 },
    { step: 3, epoch: 2, samples: 3 },
    { step: 4, epoch: 2, samples: 1 },
  ])
})

it('has no accuracy where nothing says what correct means', async () => {
  const regression = { ...xor, targets: { rows: 1, data: Float64Array.of(0.1, 2, 3, 4) } }
  const [epoch] = await epochsOf(train(newNet(), regression, { ...options, epochs: 1, test: regression }))
  expect(epoch).not.toHaveProperty('accuracy')
  expect(epoch.test).not.toHaveProperty('correct')
})

it('follows a schedule, which is told where training stands', async () => {
  const infos: unknown[] = []
  const rates: number[] = []
  const learningRate: TrainOptions['learningRate'] = (info) => {
    infos.push(info)
    return 1 / info.step
  }
  await epochsOf(train(newNet(), xor, { ...options, epochs: 2, learningRate, onStep: (step) => rates.push(step.learningRate) }))
  expect(rates).toEqual([1, 1 / 2, 1 / 3, 1 / 4])
  expect(infos).toMatchObject([
    { step: 1, epoch: 1, stepsPerEpoch: 2 },
    { step: 2, epoch: 1 },
    { step: 3, epoch: 2 },
    { step: 4, epoch: 2 },
  ])
})

it('weighs samples: weight 2 is the sample given twice in a batch, up to the mean', async () => {
  const net = newNet()
  const twin = newNet()
  const weighted = { ...xor, weights: { rows: 1, data: Uint8Array.of(1, 1, 1, 0) } }
  await epochsOf(train(net, weighted, { ...options, epochs: 1, batchSize: 4 }))
  const X = fromColumns([[0, 0], [0, 1], [1, 0]], { dtype: 'float64' })
  const Y = fromColumns([[0], [1], [1]], { dtype: 'float64' })
  backprop(twin, quadratic, X, Y).flat.forEach((gradient, i) => (twin.parameters[i] -= 0.5 * gradient * (3 / 4)))
  net.parameters.forEach((parameter, i) => expect(parameter).toBeCloseTo(twin.parameters[i], 14))
})

it('gives the same bits for the same seed and another order for another', async () => {
  const trained = async (seed: number) => {
    const net = newNet()
    await epochsOf(train(net, xor, { ...options, epochs: 5, seed }))
    return net.parameters
  }
  expect(await trained(1)).toEqual(await trained(1))
  expect(await trained(1)).not.toEqual(await trained(2))
})

it('gives an optimizer the whole gradient, its vectors, and where the weights lie', async () => {
  const calls: unknown[] = []
  const optimizer: Optimizer = {
    name: 'spy',
    vectors: 2,
    init: (state) => state[1].fill(7),
    step(parameters, gradient, state, { learningRate, step, weightRanges }) {
      calls.push({ learningRate, step, weightRanges, lengths: [parameters, gradient, ...state].map(({ length }) => length), held: [state[0][0], state[1][0]] })
    },
  }
  await epochsOf(train(newNet(), xor, { ...options, epochs: 1, batchSize: 4, optimizer }))
  expect(calls).toEqual([{ learningRate: 0.5, step: 1, weightRanges: [[0, 8], [12, 16]], lengths: [17, 17, 17, 17], held: [0, 7] }])
})

it('stops after the current step when the signal aborts, with the signal’s reason, and the network holds that step', async () => {
  const controller = new AbortController()
  const net = newNet()
  let atStep = zeros(0, 0, { dtype: 'float64' }).data
  const onStep = ({ step }: { step: number }) => {
    if (step !== 3) return
    atStep = net.parameters.slice()
    controller.abort(new Error('enough'))
  }
  const training = train(net, xor, { ...options, epochs: 100, onStep, signal: controller.signal })
  await expect(epochsOf(training)).rejects.toThrow('enough')
  expect(net.parameters).toEqual(atStep)
  expect(training.state()).toMatchObject({ step: 3, epoch: 2, position: 3 })
})

it('stops in an evaluation too', async () => {
  const controller = new AbortController()
  const size = 20000
  const test = { size, inputs: { rows: 2, data: new Uint8Array(2 * size) }, targets: { rows: 1, data: new Uint8Array(size) } }
  const onStep = ({ step }: { step: number }) => {
    if (step === 2) setTimeout(() => controller.abort(new Error('in between')), 0)
  }
  const net = network([2, 200, 200, 1], { activation: tanh })
  await expect(epochsOf(train(net, xor, { ...options, epochs: 1, test, onStep, signal: controller.signal }))).rejects.toThrow('in between')
})

it('refuses numbers that are not finite before the first step', async () => {
  const net = newNet()
  const before = net.parameters.slice()
  const bad = { ...xor, inputs: { rows: 2, data: Float32Array.of(0, 0, 0, 1, NaN, 0, 1, 1) } }
  await expect(epochsOf(train(net, bad, options))).rejects.toThrow(expect.objectContaining({ code: 'DataError', sample: 2, row: 0 }))
  await expect(epochsOf(train(net, xor, { ...options, test: bad }))).rejects.toThrow(expect.objectContaining({ where: 'train, test, inputs, sample 2, row 0' }))
  expect(net.parameters).toEqual(before)
})

it('does not begin when the signal has aborted already', async () => {
  const net = newNet()
  const before = net.parameters.slice()
  await expect(epochsOf(train(net, xor, { ...options, signal: AbortSignal.abort(new Error('no')) }))).rejects.toThrow('no')
  expect(net.parameters).toEqual(before)
})

it.each(['sgd', 'momentum'])('goes on from any step to the same bits as if it had not stopped (%s)', async (kind) => {
  const optimizer = () => (kind === 'momentum' ? { optimizer: momentum() } : {})
  const whole = newNet()
  const expected = await epochsOf(train(whole, xor, { ...options, epochs: 4, ...optimizer() }))
  for (let stop = 1; stop <= 8; stop++) {
    const controller = new AbortController()
    const onStep = ({ step }: { step: number }) => { if (step === stop) controller.abort() }
    const first = train(newNet(), xor, { ...options, epochs: 4, ...optimizer(), onStep, signal: controller.signal })
    await epochsOf(first).catch(() => undefined)
    const state = structuredClone(first.state())
    const net = network([2, 4, 1], { activation: tanh, dtype: 'float64', seed: 99 })
    const rest = await epochsOf(train(net, xor, { ...options, epochs: 4, ...optimizer(), resume: state }))
    expect(net.parameters).toEqual(whole.parameters)
    expect(rest.map(({ number, cost, accuracy }) => ({ number, cost, accuracy }))).toEqual(
      expected.slice(-rest.length).map(({ number, cost, accuracy }) => ({ number, cost, accuracy })),
    )
  }
})

it('iterates on where it was left', async () => {
  const training = train(newNet(), xor, options)
  for await (const { number } of training) {
    expect(number).toBe(1)
    break
  }
  expect((await epochsOf(training)).map(({ number }) => number)).toEqual([2, 3])
})

it('lets the event loop breathe', async () => {
  const data = new Uint8Array(2 * 30000)
  const many: Samples = { size: 30000, inputs: { rows: 2, data }, targets: { rows: 1, data: data.subarray(0, 30000) } }
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  await epochsOf(train(newNet(), many, { ...options, epochs: 1, batchSize: 1 }))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
})

it.each([
  [{ batchSize: 0 }, 'batchSize', '0'],
  [{ batchSize: 5 }, 'batchSize', '5'],
  [{ batchSize: 2.5 }, 'batchSize', '2.5'],
  [{ epochs: -1 }, 'epochs', '-1'],
  [{ epochs: '3' as never }, 'epochs', "the text '3'"],
  [{ seed: 0.5 }, 'seed', '0.5'],
  [{ learningRate: NaN }, 'learningRate', 'NaN'],
  [{ learningRate: 0 }, 'learningRate', '0'],
  [{ learningRate: -1 }, 'learningRate', '-1'],
  [{ learningRate: Infinity }, 'learningRate', 'Infinity'],
  [{ learningRate: '0.1' as never }, 'learningRate', 'the string "0.1"'],
  [{ learningRate: undefined as never }, 'learningRate', 'the undefined'],
])('refuses %o, naming the option', (wrong, option, got) => {
  expect(() => train(newNet(), xor, { ...options, ...wrong })).toThrow(expect.objectContaining({ code: 'OptionError', option, got }))
})

it('refuses a batch larger than the network has room for', () => {
  const small = network([2, 1], { activation: linear, maxBatch: 2 })
  expect(() => train(small, xor, options)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'batchSize', expected: expect.stringContaining('at most 2') }))
})

it.each([
  [{ cost: undefined as never }, 'train, cost', expect.any(String)],
  [{ cost: { name: 'half', value: () => 0 } as never }, 'train, cost', expect.any(String)],
  [{ cost: Promise.resolve(quadratic) as never }, 'train, cost', 'a promise'],
  [{ optimizer: { name: 'half' } as never }, 'train, optimizer', 'half'],
])('refuses a plugin that is none (%#)', (wrong, where, got) => {
  expect(() => train(newNet(), xor, { ...options, ...wrong })).toThrow(expect.objectContaining({ code: 'PluginError', where, got }))
})

it('says that a promise was given where a network is meant', () => {
  expect(() => train(Promise.resolve(newNet()) as never, xor, options)).toThrow(
    expect.objectContaining({ code: 'OptionError', where: 'train, net', got: 'a promise', fix: expect.stringContaining('await') }),
  )
})

it('names the step at which a schedule gives a rate that cannot be', async () => {
  const training = train(newNet(), xor, { ...options, learningRate: ({ step }) => (step < 3 ? 0 : NaN) })
  await expect(epochsOf(training)).rejects.toThrow(expect.objectContaining({ code: 'OptionError', where: 'train, learningRate at step 3' }))
})
