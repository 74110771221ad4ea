import { expect, it } from 'vitest'
import { atStep } from '../reference/atStep.js'
import { constant } from './constant.js'

it('is the same at every step', () => {
  const schedule = constant(0.3)
  expect([1, 2, 1000].map((step) => atStep(schedule, step, 10))).toEqual([0.3, 0.3, 0.3])
})

it.each([0, -1, NaN, Infinity])('refuses %s', (eta) => {
  expect(() => constant(eta)).toThrow(expect.objectContaining({ code: 'OptionError', where: 'constant, learningRate' }))
})
