import { expect, it } from 'vitest'
import { learningRateOf, type ScheduleName } from './learningRateOf.js'

/** η of step 5 of 10 in epochs 1, 4 and 9 of 9. */
function rates(settings: Parameters<typeof learningRateOf>[0]): number[] {
  const rate = learningRateOf(settings, 9)
  const memory = new Float64Array(8)
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((epoch) => (typeof rate === 'number' ? rate : rate({ epoch, step: 10 * (epoch - 1) + 5, stepsPerEpoch: 10, cost: 1 }, memory)))
  return [all[0] ?? NaN, all[3] ?? NaN, all[8] ?? NaN]
}

it.each<[ScheduleName, number[]]>([
  ['constant', [0.5, 0.5, 0.5]],
  ['step', [0.5, 0.05, 0.005]],
  ['exponential', [0.5, 0.5 * 0.95 ** 3, 0.5 * 0.95 ** 8]],
  ['cosine', [4, 34, 84].map((t) => 0.25 * (1 + Math.cos((Math.PI * t) / 90)))],
  ['plateau', [0.5, 0.5, 0.5]],
])('goes as %s says', (schedule, expected) => {
  rates({ learningRate: 0.5, schedule }).forEach((rate, i) => expect(rate).toBeCloseTo(expected[i] ?? NaN, 12))
})

it('has the peak of one-cycle where η was said, and grows while it warms up', () => {
  const [first = 0, top = 0, last = 0] = rates({ learningRate: 0.5, schedule: 'one-cycle' })
  expect([first < top, top <= 0.5, last < first]).toEqual([true, true, true])
  expect(rates({ learningRate: 0.5, warmUp: 50 })[0]).toBeCloseTo(0.05, 12)
  expect(rates({})).toEqual([0.01, 0.01, 0.01])
})

it('takes the numbers of a schedule, and refuses those of another', () => {
  expect(rates({ learningRate: 1, schedule: 'step', decayEvery: 3, decayFactor: 0.5 })).toEqual([1, 0.5, 0.25])
  expect(rates({ learningRate: 1, schedule: 'plateau', decayEvery: 1, decayFactor: 0.5 })).toEqual([1, 0.5, 0.125])
  expect(() => learningRateOf({ schedule: 'cosine', decayFactor: 0.5 }, 9)).toThrow('--decay-factor: expected --schedule step, exponential or plateau, got cosine')
  expect(() => learningRateOf({ schedule: 'exponential', decayEvery: 2 }, 9)).toThrow('--decay-every')
})
