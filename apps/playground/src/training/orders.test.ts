import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { xor } from '@nablajs/data'
import { expect, it, vi } from 'vitest'
import type { News, Report, Settings } from './messages.js'
import { orders } from './orders.js'
import { Session } from './session.js'

const settings: Settings = { seed: 1, reportEvery: 0, parameters: undefined, learningRate: 1, batchSize: 4 }

/** An obedient training of exclusive or, what it tells, and a promise of the news that `until` asks for. */
function obedient(until: (news: News<Report>) => boolean) {
  const told: News<Report>[] = []
  let found: () => void = () => undefined
  const done = new Promise<void>((resolve) => (found = resolve))
  const obey = orders<Settings, Report>(
    (given, tell) => {
      const net = network([2, 3, 1], { activation: sigmoid, seed: given.seed })
      const plan = { net, samples: xor(), cost: quadratic, seed: given.seed, pace: given }
      if (given.seed === 13) return Promise.reject(new Error('no such start'))
      return Promise.resolve(new Session(plan, { epochOver: ({ cost }, epoch) => tell({ epoch, cost, samplesPerSecond: 1, parameters: Float32Array.from(net.parameters) }) }))
    },
    (news) => {
      told.push(news)
      if (until(news)) found()
    },
  )
  return { obey, told, done }
}

it('is ready, reports, and ends after as many epochs as anyone watches', async () => {
  const { obey, told, done } = obedient(({ type }) => type === 'ended')
  obey({ type: 'start', settings })
  await done
  expect(told[0]).toEqual({ type: 'ready' })
  expect(told.at(-1)).toEqual({ type: 'ended', epoch: 20_000 })
  expect(told).toHaveLength(20_002)
})

it('holds still when it is told to, and goes on', async () => {
  const { obey, told } = obedient(() => false)
  obey({ type: 'start', settings })
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(1))
  obey({ type: 'pause' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  const held = told.length
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(told).toHaveLength(held)
  obey({ type: 'proceed' })
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(held))
})

it('says why a training cannot begin', async () => {
  const { obey, told, done } = obedient(({ type }) => type === 'failed')
  obey({ type: 'start', settings: { ...settings, seed: 13 } })
  await done
  expect(told).toEqual([{ type: 'failed', message: 'no such start' }])
})
