import { expect, it } from 'vitest'
import { inTurn } from './inTurn.js'

it('gives a time of one call for each round, and calls for as long as it was told', () => {
  let calls = 0
  const { one, other } = inTurn(() => calls++, () => undefined, 3, 0.002)
  expect([one.length, other.length]).toEqual([3, 3])
  expect(calls).toBeGreaterThan(3)
  expect([...one, ...other].every((seconds) => seconds > 0)).toBe(true)
})
