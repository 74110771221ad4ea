import { expect, it } from 'vitest'
import { sigmoid, tanh } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import type { BestEpoch } from './best.js'
import type { Epoch } from './epoch.js'
import { topK } from './metrics/topK.js'
import { confusionMatrix } from './metrics/confusionMatrix.js'
import { momentum } from './momentum.js'
import type { Progress } from './progress.js'
import { train } from './train.js'
import type { TrainOptions } from './trainOptions.js'

const xor = {
  size: 4,
  inputs: { rows: 2, data: Uint8Array.of(0, 0, 0, 1, 1, 0, 1, 1) },
  targets: { rows: 1, data: Uint8Array.of(0, 1, 1, 0) },
}
const options: TrainOptions = { cost: quadratic, epochs: 30, batchSize: 3, learningRate: 0.5, optimizer: momentum() }
const newNet = () => network([2, 4, 1], { activation: tanh, dtype: 'float64', seed: 3 })
/** The fifth epoch is the best, whatever the cost is. */
const fifth = ({ number }: Epoch) => Math.abs(number - 5)

async function all(training: AsyncIterable<Epoch>): Promise<Epoch[]> {
  const epochs: Epoch[] = []
  for await (const epoch of training) epochs.push(epoch)
  return epochs
}

it('stops after the patience is over, with the parameters of the best epoch', async () => {
  const [net, twin] = [newNet(), newNet()]
  const epochs = await all(train(net, xor, { ...options, watch: fifth, earlyStopping: { patience: 3 } }))
  await all(train(twin, xor, { ...options, epochs: 5 }))
  expect(epochs).toHaveLength(8)
  expect(net.parameters).toEqual(twin.parameters)
})

it('keeps the last parameters on request, and restores the best also where all epochs are over', async () => {
  const [kept, restored, eighth, fifthNet] = [newNet(), newNet(), newNet(), newNet()]
  await all(train(kept, xor, { ...options, watch: fifth, earlyStopping: { patience: 3, restoreBest: false } }))
  await all(train(eighth, xor, { ...options, epochs: 8 }))
  expect(kept.parameters).toEqual(eighth.parameters)
  await all(train(restored, xor, { ...options, epochs: 7, watch: fifth, earlyStopping: {} }))
  await all(train(fifthNet, xor, { ...options, epochs: 5 }))
  expect(restored.parameters).toEqual(fifthNet.parameters)
})

it('watches the cost on the test samples unless told', async () => {
  const found: BestEpoch[] = []
  const onBest = (best: BestEpoch) => void found.push(best)
  const epochs = await all(train(newNet(), xor, { ...options, test: xor, onBest }))
  const lowest: number[] = []
  for (const { test } of epochs) if (test!.cost < Math.min(Infinity, ...lowest)) lowest.push(test!.cost)
  expect(found.map(({ value }) => value)).toEqual(lowest)
})

it('goes on from a state to the same end, wherever in the patience it was', async () => {
  const stopping = { ...options, watch: fifth, earlyStopping: { patience: 3 } }
  const whole = newNet()
  const wholeTraining = train(whole, xor, stopping)
  await all(wholeTraining)
  for (const cut of [1, 4, 6, 7]) {
    const first = train(newNet(), xor, stopping)
    for await (const { number } of first) if (number === cut) break
    const net = newNet()
    const rest = train(net, xor, { ...stopping, resume: structuredClone(first.state()) })
    await all(rest)
    expect(net.parameters).toEqual(whole.parameters)
    expect(rest.history.map(({ number, cost }) => [number, cost])).toEqual(wholeTraining.history.map(({ number, cost }) => [number, cost]))
  }
  // A state of a training that is over goes on from what it ended with, not from the best.
  const longer = newNet()
  await all(train(longer, xor, { ...options, resume: wholeTraining.state() }))
  const never = newNet()
  await all(train(never, xor, options))
  expect(longer.parameters).toEqual(never.parameters)
})

it('evaluates again where a state was taken, or an abort came, in the middle of an evaluation', async () => {
  const stop = new AbortController()
  const evaluated = { ...options, epochs: 3, test: xor, metrics: { confusion: confusionMatrix() } }
  const whole = await all(train(newNet(), xor, evaluated))
  let during = 0
  const cut = train(newNet(), xor, {
    ...evaluated,
    signal: stop.signal,
    metrics: { confusion: { ...confusionMatrix(), begin: (n: number) => (++during === 2 && stop.abort('enough'), confusionMatrix().begin(n)) } },
    watch: () => (stop.signal.aborted ? (stop.signal.throwIfAborted(), 0) : 0),
    onBest: () => undefined,
  })
  await expect(all(cut)).rejects.toBe('enough')
  const net = newNet()
  const rest = train(net, xor, { ...evaluated, resume: cut.state() })
  expect((await all(rest)).map(({ number, cost, test }) => [number, cost, test])).toEqual(whole.slice(1).map(({ number, cost, test }) => [number, cost, test]))
  expect(rest.history.map(({ number }) => number)).toEqual([1, 2, 3])
})

it('has metrics at each evaluation', async () => {
  const targets = { rows: 2, data: Uint8Array.of(1, 0, 0, 1, 0, 1, 1, 0) }
  const net = network([2, 2], { activation: sigmoid })
  const [epoch] = await all(train(net, { ...xor, targets }, { ...options, epochs: 1, evaluateTraining: true, metrics: { top2: topK(2) } }))
  expect(epoch.training?.metrics).toEqual({ top2: 1 })
})

it('waits for onEpoch, and tells it what is yielded', async () => {
  const told: Epoch[] = []
  const onEpoch = async (epoch: Epoch) => {
    await Promise.resolve()
    told.push(epoch)
  }
  for await (const epoch of train(newNet(), xor, { ...options, epochs: 3, onEpoch })) expect(told.at(-1)).toBe(epoch)
  expect(told.map(({ number }) => number)).toEqual([1, 2, 3])
})

it('says where it stands', async () => {
  const told: Progress[] = []
  await all(train(newNet(), xor, { ...options, epochs: 2, onProgress: (progress) => told.push(progress) }))
  expect(told.map(({ epoch, done }) => [epoch, done])).toEqual([[1, 3], [1, 4], [2, 3], [2, 4]])
  expect(told.map(({ step, size, epochs }) => [step, size, epochs])).toEqual([[1, 4, 2], [2, 4, 2], [3, 4, 2], [4, 4, 2]])
  told.forEach(({ samplesPerSecond, secondsLeft, epoch, done }) => expect(secondsLeft * samplesPerSecond).toBeCloseTo((2 - epoch) * 4 + 4 - done))
})

it('pauses in the middle of an epoch, goes on, and ends by an abort while it waits', async () => {
  const steps: number[] = []
  const stop = new AbortController()
  const training = train(newNet(), xor, { ...options, batchSize: 1, epochs: 2, signal: stop.signal, onStep: ({ step }) => steps.push(step) })
  training.pause()
  const ended = all(training)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const before = steps.length
  expect(before).toBeLessThan(4)
  training.proceed()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(steps.length).toBe(8)
  expect(await ended).toHaveLength(2)

  const waiting = train(newNet(), xor, { ...options, signal: stop.signal })
  waiting.pause()
  const end = all(waiting)
  setTimeout(() => stop.abort('enough'), 5)
  await expect(end).rejects.toBe('enough')
})

it('refuses a patience and a minDelta that cannot be', () => {
  expect(() => train(newNet(), xor, { ...options, earlyStopping: { patience: 0 } })).toThrow('earlyStopping.patience')
  expect(() => train(newNet(), xor, { ...options, earlyStopping: { minDelta: -1 } })).toThrow('earlyStopping.minDelta')
})
