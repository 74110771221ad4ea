import { wasm } from '@nablajs/backend-wasm'
import { feedforward } from '@nablajs/backprop'
import { digits } from '@nablajs/digits'
import { expect, it } from 'vitest'
import { costs } from '../../engine/names.js'
import type { Report, Settings } from './digitsMessages.js'
import { digitsNetwork } from './digitsNetwork.js'
import { digitsSession } from './digitsSession.js'
import { largest } from './largest.js'

const settings: Settings = { hidden: 12, cost: 'crossEntropy', seed: 1, learningRate: 0.5, batchSize: 10, reportEvery: 0, parameters: undefined }
const backend = await wasm()
const all = await digits()

/** The reports until the first of an epoch that begins later. */
async function reportsUntil(epoch: number, given = settings): Promise<Report[]> {
  const reports: Report[] = []
  const session = await digitsSession(backend, all, given, (report) => {
    reports.push(report)
    if (report.epoch > Math.max(0, epoch)) session.end()
  })
  await session.run()
  return reports
}

it('learns to read, tells in the midst of epochs, and of the test digits before and after each', async () => {
  const reports = await reportsUntil(2)
  const tested = reports.flatMap((report) => report.tested ?? [])
  expect(tested.map(({ epoch }) => epoch)).toEqual([0, 1, 2])
  expect(tested[0]!.accuracy).toBeLessThan(0.3)
  expect(tested[2]!.accuracy).toBeGreaterThan(0.85)
  expect(reports.length).toBeGreaterThan(6)
  expect(reports.at(-1)!.cost).toBeLessThan(reports[1]!.cost / 2)
})

it('misread digits are those that the network of that report misreads, with their C_x, the largest first', async () => {
  const [first] = await reportsUntil(-1)
  const { worst, misread, size, accuracy } = first!.tested!
  expect(misread).toBe(Math.round((1 - accuracy) * size))
  expect(worst!.map(({ cost }) => cost)).toEqual(worst!.map(({ cost }) => cost).sort((a, b) => b - a))
  const net = digitsNetwork({ ...settings, parameters: first!.parameters })
  for (const { sample, label, answer, cost, image } of worst!) {
    expect(all.test.labels[sample]).toBe(label)
    expect(image).toEqual(all.test.inputs.data.slice(784 * sample, 784 * (sample + 1)))
    const outputs = feedforward(net, { rows: 784, data: image, scale: 1 / 255 }).column(0)
    expect(largest(outputs)).toBe(answer)
    expect(answer).not.toBe(label)
    expect(costs.crossEntropy.value(outputs, Float32Array.from(all.test.targets.data.subarray(10 * sample, 10 * sample + 10)))).toBeCloseTo(cost, 3)
  }
})

it('begins from weights of a file', async () => {
  const [, , third] = await reportsUntil(0.1)
  const [next] = await reportsUntil(-1, { ...settings, seed: 7, parameters: third!.parameters })
  expect(next!.parameters).toEqual(third!.parameters)
})
