import { expect, it } from 'vitest'
import { atStep } from '../reference/atStep.js'
import { largestDistance } from '../reference/largestDistance.js'
import pytorch from '../reference/pytorch.json' with { type: 'json' }
import { exponentialDecay } from './exponentialDecay.js'

it('gives the rates of PyTorch, by epoch', () => {
  const schedule = exponentialDecay({ from: 0.5, factor: 0.9 })
  const rates = pytorch.schedules.exponentialDecay
  for (const step of [1, 4]) expect(largestDistance([rates.map((_, i) => atStep(schedule, 4 * i + step, 4))], [rates])).toBeLessThan(1e-15)
})

it('keeps 0.95 unless said', () => {
  expect(atStep(exponentialDecay({ from: 2 }), 2, 1)).toBe(1.9)
})

it.each([{ from: -1 }, { factor: 0 }, { factor: 1.1 }])('refuses %o', (wrong) => {
  const [option] = Object.keys(wrong)
  expect(() => exponentialDecay({ from: 1, ...wrong })).toThrow(
    expect.objectContaining({ code: 'OptionError', option, where: `exponentialDecay, ${option}` }),
  )
})
