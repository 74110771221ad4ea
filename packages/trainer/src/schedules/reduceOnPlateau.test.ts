import { expect, it } from 'vitest'
import pytorch from '../reference/pytorch.json' with { type: 'json' }
import { reduceOnPlateau, type ReduceOnPlateauOptions } from './reduceOnPlateau.js'

/** η in each epoch, of two steps: the first as half of the epoch had cost a thousand. */
function ratesOf(options: ReduceOnPlateauOptions, costs: readonly number[]): number[] {
  const schedule = reduceOnPlateau(options)
  const memory = new Float64Array(schedule.remembers ?? 0)
  return costs.map((cost, i) => {
    const at = { epoch: i + 1, stepsPerEpoch: 2 }
    const rates = [schedule({ ...at, step: 2 * i + 1, cost: 1000 }, memory), schedule({ ...at, step: 2 * i + 2, cost }, memory)]
    expect(rates[1]).toBe(rates[0])
    return rates[0]
  })
}

it('gives the rates of PyTorch', () => {
  expect(ratesOf({ from: 0.5, factor: 0.5, patience: 2, least: 0.2 }, pytorch.costs)).toEqual(pytorch.schedules.reduceOnPlateau)
})

it('falls to a tenth after more than ten epochs without progress unless said, which is more than a ten-thousandth', () => {
  const rates = ratesOf({ from: 1 }, [1, ...Array.from({ length: 25 }, () => 0.99991)])
  expect(rates.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 1))
  expect(rates.slice(12, 23)).toEqual(Array.from({ length: 11 }, () => 0.1))
  expect(rates[23]).toBeCloseTo(0.01, 15)
})

it('takes costs below 0 as they are', () => {
  expect(ratesOf({ from: 1, patience: 0, factor: 0.5 }, [-1, -1.1, -1.2, -1.2, -1.3])).toEqual([1, 1, 1, 1, 0.5])
})

it.each([{ from: 0 }, { factor: 1 }, { factor: 0 }, { patience: -1 }, { patience: 0.5 }, { threshold: 1 }, { threshold: -1 }, { least: -1 }, { least: 1.5 }])('refuses %o', (wrong) => {
  const [option] = Object.keys(wrong)
  expect(() => reduceOnPlateau({ from: 1, ...wrong })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `reduceOnPlateau, ${option}` }))
})
