import { expect, it } from 'vitest'
import { atStep } from '../reference/atStep.js'
import { reduceOnPlateau } from './reduceOnPlateau.js'
import { stepDecay } from './stepDecay.js'
import { warmUp } from './warmUp.js'

it('grows to the whole rate, and leaves it then', () => {
  expect([1, 2, 3, 4, 5, 50].map((step) => atStep(warmUp(0.5, 4), step, 1))).toEqual([0.125, 0.25, 0.375, 0.5, 0.5, 0.5])
})

it('multiplies what a schedule gives at that step', () => {
  const schedule = warmUp(stepDecay({ from: 1, every: 1, factor: 0.5 }), 4)
  expect([1, 2, 3, 4, 5].map((step) => atStep(schedule, step, 1))).toEqual([0.25, 0.25, 0.1875, 0.125, 0.0625])
})

it('remembers what the schedule remembers', () => {
  const plateau = reduceOnPlateau({ from: 1 })
  expect(warmUp(plateau, 3).remembers).toBe(plateau.remembers)
  expect(warmUp(1, 3).remembers).toBe(0)
})

it('refuses a number of steps, or a rate, that cannot be', () => {
  for (const steps of [0, 1.5, NaN]) expect(() => warmUp(1, steps)).toThrow(expect.objectContaining({ code: 'OptionError', where: 'warmUp, steps' }))
  expect(() => warmUp(0, 1)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'learningRate' }))
})
