import { wasm } from '@nablajs/backend-wasm'
import { expect, it } from 'vitest'
import type { News, Report, Settings } from './messages.js'
import { GRID } from './points.js'
import { Session } from './session.js'

const settings: Settings = { data: 'moons', hidden: [8], activation: 'tanh', cost: 'crossEntropy', seed: 1, learningRate: 0.5, batchSize: 10, reportEvery: 0 }
const backend = await wasm()

/** Runs until `until` of the news so far says so; everything that was told. */
async function newsOf(given: Settings, until: (report: Report, session: Session) => boolean): Promise<News[]> {
  const news: News[] = []
  const session = new Session(backend, given, (one) => {
    news.push(one)
    if (one.type === 'report' && until(one, session)) session.end()
  })
  await session.run()
  return news
}

const reports = (news: News[]) => news.filter((one) => one.type === 'report')

it('learns the moons, and tells of every epoch with the plane as the network then sees it', async () => {
  const told = reports(await newsOf(settings, ({ epoch }) => epoch === 150))
  expect(told.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1))
  expect(told.at(-1)!.accuracy).toBeGreaterThan(0.95)
  expect(told.at(-1)!.cost).toBeLessThan(told[0]!.cost / 2)
  expect(told[0]!.plane).toHaveLength(GRID * GRID)
  expect(told.at(-1)!.plane.some((output) => output > 0.9) && told.at(-1)!.plane.some((output) => output < 0.1)).toBe(true)
})

it('the same settings give the same run', async () => {
  const costs = async () => reports(await newsOf(settings, ({ epoch }) => epoch === 20)).map(({ cost }) => cost)
  expect(await costs()).toEqual(await costs())
})

it('another learning rate or batch size goes on from the weights as they are', async () => {
  const told = reports(
    await newsOf({ ...settings, learningRate: 1e-9 }, ({ epoch }, session) => {
      if (epoch === 5) session.setPace({ learningRate: 1e-9, batchSize: 50 })
      if (epoch === 10) session.setPace({ learningRate: 1, batchSize: 50 })
      return epoch === 40
    }),
  )
  // At a learning rate of almost nothing every epoch has the cost of the start, in batches of any size.
  for (const { cost } of told.slice(1, 10)) expect(cost).toBeCloseTo(told[0]!.cost, 5)
  expect(told.at(-1)!.cost).toBeLessThan(0.8 * told[0]!.cost)
})

it('tells nothing while it is paused', async () => {
  const epochs: number[] = []
  const session = new Session(backend, settings, (one) => {
    if (one.type !== 'report') return
    epochs.push(one.epoch)
    if (one.epoch === 3) session.pause()
    if (one.epoch === 6) session.end()
  })
  const running = session.run()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(epochs).toEqual([1, 2, 3])
  session.proceed()
  await running
  expect(epochs).toEqual([1, 2, 3, 4, 5, 6])
})

it('says that numbers grew without end, and does not pretend to go on', async () => {
  const news = await newsOf({ ...settings, activation: 'linear', learningRate: 1e38 }, ({ epoch }) => epoch === 20)
  expect(news.at(-1)).toMatchObject({ type: 'diverged' })
})

it('one network of three outputs for three spirals', async () => {
  const [first] = reports(await newsOf({ ...settings, data: 'spirals' }, () => true))
  expect(first!.plane).toHaveLength(3 * GRID * GRID)
})
