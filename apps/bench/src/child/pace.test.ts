import { expect, it } from 'vitest'
import { findPace } from './pace.js'

it('chooses as many samples as take the time of a round, in whole minibatches', async () => {
  const { samples } = await findPace((n) => Promise.resolve(n / 1000), 64, 0.3)
  expect(samples).toBe(320)
})

it('runs at least one minibatch where that takes longer than a round', async () => {
  let runs = 0
  const { samples } = await findPace(() => Promise.resolve(10 * ++runs), 128, 0.3)
  expect([samples, runs]).toEqual([128, 1])
})
