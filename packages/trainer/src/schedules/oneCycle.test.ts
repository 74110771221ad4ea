import { expect, it } from 'vitest'
import { atStep } from '../reference/atStep.js'
import { largestDistance } from '../reference/largestDistance.js'
import pytorch from '../reference/pytorch.json' with { type: 'json' }
import { oneCycle } from './oneCycle.js'

it.each([{ steps: 20 }, { epochs: 4 }])('gives the rates of PyTorch, over %o', (span) => {
  const schedule = oneCycle({ peak: 0.5, ...span })
  const rates = pytorch.schedules.oneCycle
  expect(largestDistance([rates.map((_, i) => atStep(schedule, i + 1, 5))], [rates])).toBeLessThan(1e-15)
})

it('begins at its peak where nothing is to rise, and stays at its end', () => {
  const schedule = oneCycle({ peak: 1, to: 0.25, rise: 0, steps: 5 })
  expect([1, 3, 5, 6, 100].map((step) => atStep(schedule, step, 1))).toEqual([1, 0.625, 0.25, 0.25, 0.25])
  expect(atStep(oneCycle({ peak: 1, steps: 1 }), 1, 1)).toBe(1)
})

it.each([{ peak: 0 }, { from: 0 }, { to: -1 }, { rise: 1 }, { rise: -0.1 }, { epochs: 0 }])('refuses %o', (wrong) => {
  const [option] = Object.keys(wrong)
  expect(() => oneCycle({ peak: 1, epochs: 1, ...wrong })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `oneCycle, ${option}` }))
})
