import { expect, it } from 'vitest'
import { kept } from './kept.js'

it('loads once for each key, also while loading', async () => {
  const asked: number[] = []
  const load = kept((key: number) => {
    asked.push(key)
    return Promise.resolve({ key })
  })
  const [one, same, other] = await Promise.all([load(1), load(1), load(2)])
  expect(one).toBe(same)
  expect(other).toEqual({ key: 2 })
  expect(await load(1)).toBe(one)
  expect(asked).toEqual([1, 2])
})

it('loads anew what failed, and lets everybody who asked know', async () => {
  let times = 0
  const load = kept(() => {
    times += 1
    return times === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(times)
  })
  const [first, second] = await Promise.allSettled([load('a'), load('a')])
  expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
  expect(await load('a')).toBe(2)
})
