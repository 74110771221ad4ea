import { wasm } from '@nablajs/backend-wasm'
import { expect, it } from 'vitest'
import type { Ending, Session } from '../../training/session.js'
import type { Report, Settings } from './pointMessages.js'
import { pointNetwork } from './pointNetwork.js'
import { pointSession } from './pointSession.js'
import { readOwnTable } from './readOwnTable.js'
import { GRID } from './points.js'

const settings: Settings = { data: 'moons', hidden: [8], activation: 'tanh', cost: 'crossEntropy', seed: 1, learningRate: 0.5, batchSize: 10, reportEvery: 0, parameters: undefined }
const backend = await wasm()

/** Runs until `until` of a report says so; every report, and how it ended. */
async function run(given: Settings, until: (report: Report, session: Session) => boolean): Promise<{ reports: Report[]; ending: Ending }> {
  const reports: Report[] = []
  const session = pointSession(backend, given, (report) => {
    reports.push(report)
    if (until(report, session)) session.end()
  })
  return { ending: await session.run(), reports }
}

it('learns the moons, and tells of every epoch with the plane as the network then sees it', async () => {
  const { reports: told } = await run(settings, ({ epoch }) => epoch === 150)
  expect(told.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1))
  expect(told.at(-1)!.accuracy).toBeGreaterThan(0.95)
  expect(told.at(-1)!.cost).toBeLessThan(told[0]!.cost / 2)
  expect(told[0]!.plane).toHaveLength(GRID * GRID)
  expect(told.at(-1)!.plane.some((output) => output > 0.9) && told.at(-1)!.plane.some((output) => output < 0.1)).toBe(true)
})

it('the same settings give the same run', async () => {
  const costs = async () => (await run(settings, ({ epoch }) => epoch === 20)).reports.map(({ cost }) => cost)
  expect(await costs()).toEqual(await costs())
})

it('another learning rate or batch size goes on from the weights as they are', async () => {
  const { reports: told } = await run({ ...settings, learningRate: 1e-9 }, ({ epoch }, session) => {
    if (epoch === 5) session.setPace({ learningRate: 1e-9, batchSize: 50 })
    if (epoch === 10) session.setPace({ learningRate: 1, batchSize: 50 })
    return epoch === 40
  })
  // At a learning rate of almost nothing every epoch has the cost of the start, in batches of any size.
  for (const { cost } of told.slice(1, 10)) expect(cost).toBeCloseTo(told[0]!.cost, 5)
  expect(told.at(-1)!.cost).toBeLessThan(0.8 * told[0]!.cost)
})

it('tells nothing while it is paused', async () => {
  const epochs: number[] = []
  const session = pointSession(backend, settings, ({ epoch }) => {
    epochs.push(epoch)
    if (epoch === 3) session.pause()
    if (epoch === 6) session.end()
  })
  const running = session.run()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(epochs).toEqual([1, 2, 3])
  session.proceed()
  await running
  expect(epochs).toEqual([1, 2, 3, 4, 5, 6])
})

it('says that numbers grew without end, and does not pretend to go on', async () => {
  const { ending } = await run({ ...settings, activation: 'linear', learningRate: 1e38 }, ({ epoch }) => epoch === 20)
  expect(ending.type).toBe('diverged')
})

it('one network of three outputs for three spirals', async () => {
  const { reports: [first] } = await run({ ...settings, data: 'spirals' }, () => true)
  expect(first!.plane).toHaveLength(3 * GRID * GRID)
})

it('begins from weights of a file, and reports those that it has learned', async () => {
  const { reports: [first, second] } = await run(settings, ({ epoch }) => epoch === 2)
  const { reports: [next] } = await run({ ...settings, seed: 99, parameters: first!.parameters, learningRate: 1e-30 }, () => true)
  expect(next!.parameters).toEqual(first!.parameters)
  expect(second!.parameters).not.toEqual(first!.parameters)
  expect(pointNetwork({ ...settings, parameters: first!.parameters }).parameters).toEqual(first!.parameters)
})

it('a table whose targets are numbers is learned by a linear output, and has no plane and no accuracy', async () => {
  const { samples } = readOwnTable(new TextEncoder().encode(`x,y\n${Array.from({ length: 50 }, (_, i) => `${i / 10},${3 * Math.sin(i / 10)}`).join('\n')}`), 'sine.csv', undefined)
  const { reports } = await run({ ...settings, data: samples, cost: 'quadratic', learningRate: 0.05 }, ({ epoch }) => epoch === 300)
  expect(reports.at(-1)!.cost).toBeLessThan(reports[0]!.cost / 4)
  expect(reports.at(-1)!.plane).toHaveLength(0)
  expect(reports.at(-1)!.accuracy).toBeNaN()
})
