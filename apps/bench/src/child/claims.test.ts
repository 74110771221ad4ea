import { expect, it } from 'vitest'
import { reference } from '@nablajs/linalg'
import { loopedBesideFull, MILLION, wholeBesideForward } from './claims.js'

it('has a network of a million weights', () => {
  expect(MILLION[0] * MILLION[1] + MILLION[1] * MILLION[2]).toBe(1_000_000)
})

it('times both ways of a step, and both parts of backpropagation', () => {
  for (const { one, other } of [loopedBesideFull([5, 4, 3], 2, reference, 2, 0.001), wholeBesideForward([5, 4, 3], 2, reference, 2, 0.001)]) {
    expect([one.length, other.length]).toEqual([2, 2])
  }
})
