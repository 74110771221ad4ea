import { expect, it } from 'vitest'
import { atStep } from '../reference/atStep.js'
import pytorch from '../reference/pytorch.json' with { type: 'json' }
import { stepDecay } from './stepDecay.js'

it('gives the rates of PyTorch, by epoch', () => {
  const schedule = stepDecay({ from: 0.5, every: 3, factor: 0.5 })
  const epochs = pytorch.schedules.stepDecay.map((_, i) => [atStep(schedule, 4 * i + 1, 4), atStep(schedule, 4 * i + 4, 4)])
  expect(epochs).toEqual(pytorch.schedules.stepDecay.map((rate) => [rate, rate]))
})

it('falls to a tenth unless said', () => {
  expect(atStep(stepDecay({ from: 2, every: 1 }), 2, 1)).toBe(0.2)
})

it.each([{ from: 0 }, { every: 0 }, { every: 1.5 }, { factor: 0 }, { factor: 1.1 }])('refuses %o', (wrong) => {
  const [option] = Object.keys(wrong)
  expect(() => stepDecay({ from: 1, every: 1, ...wrong })).toThrow(expect.objectContaining({ code: 'OptionError', option, where: `stepDecay, ${option}` }))
})
