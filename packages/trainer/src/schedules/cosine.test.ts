import { expect, it } from 'vitest'
import { atStep } from '../reference/atStep.js'
import { largestDistance } from '../reference/largestDistance.js'
import pytorch from '../reference/pytorch.json' with { type: 'json' }
import { cosine } from './cosine.js'

it.each([{ steps: 8 }, { epochs: 4 }])('gives the rates of PyTorch, over %o', (span) => {
  const schedule = cosine({ from: 0.5, to: 0.01, ...span })
  const rates = pytorch.schedules.cosine
  expect(largestDistance([rates.map((_, i) => atStep(schedule, i + 1, 2))], [rates])).toBeLessThan(1e-15)
})

it('ends at 0 unless said, and stays there', () => {
  const schedule = cosine({ from: 1, steps: 10 })
  expect([1, 11, 12, 1000].map((step) => atStep(schedule, step, 1))).toEqual([1, 0, 0, 0])
})

it.each([{ from: 0 }, { to: -1 }, { epochs: 0 }])('refuses %o', (wrong) => {
  const [option] = Object.keys(wrong)
  expect(() => cosine({ from: 1, epochs: 1, ...wrong })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `cosine, ${option}` }))
})
