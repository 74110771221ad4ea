import { expect, it } from 'vitest'
import { isBetter, isExhausted, testCost } from './best.js'

const best = { epoch: 3, value: 0.5, parameters: new Float32Array(1) }

it('takes the first epoch that can be compared, and then what is lower by more than minDelta', () => {
  expect(isBetter(Infinity, undefined, 0)).toBe(true)
  expect(isBetter(NaN, undefined, 0)).toBe(false)
  expect([0.4, 0.5, 0.6, NaN].map((value) => isBetter(value, best, 0))).toEqual([true, false, false, false])
  expect([0.35, 0.4].map((value) => isBetter(value, best, 0.1))).toEqual([true, false])
})

it('has no patience left after that many epochs', () => {
  expect([3, 4, 5, 6].map((done) => isExhausted(done, best, 2))).toEqual([false, false, true, true])
  expect(isExhausted(100, undefined, 2)).toBe(false)
})

it('watches the cost on the test samples where there is one', () => {
  const epoch = { number: 1, cost: 2, samplesPerSecond: 1 }
  expect(testCost(epoch)).toBe(2)
  expect(testCost({ ...epoch, test: { cost: 3 } })).toBe(3)
})
