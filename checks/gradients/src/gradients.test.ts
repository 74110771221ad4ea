import { defineActivation } from '@nablajs/activations'
import { expect, it } from 'vitest'
import { compareNets, WORST } from './compareNets.js'
import { compareCustomNets, CUSTOM_ACTIVATIONS } from './customNets.js'
import { compareFloat32 } from './float32.js'
import { gradients } from './gradients.js'
import { ELEMENTWISE, type ElementwiseName, type Problem } from './oracle/problem.js'
import { planted, PLANTED } from './planted.js'

/** A tenth of the full check. */
const NETS = 200
/** Enough nets that each activation is in several. */
const NETS_FOR_A_PLANT = 60

it('every activation, cost and depth agrees with the oracle, and what else must hold of a gradient does', () => {
  const { lines, passed } = gradients({ seed: 1, nets: NETS })
  expect(passed, lines.join('\n')).toBe(true)
  expect(lines[0]).toMatch(/^gradients: seed 1, 200 nets, \d{5} parameters, median \S+e-16 \(≤ 1e-15\), worst \S+e-1[3-5] /)
  expect(lines[0]).toMatch(/[\d.]+ s: ok$/)
  expect(lines[1]).toMatch(/^ {2}saturated, none skipped: [1-9]\d* of \d+ neurons \(.*sigmoid \d+/)
})

it('a planted 0.05 % in the σ′ of the sigmoid makes the check fail, and its report names the net', () => {
  const { lines, passed } = gradients({ seed: 1, nets: NETS_FOR_A_PLANT, plant: 'sigmoid' })
  expect(passed).toBe(false)
  expect(lines[0]).toMatch(/FAILED$/)
  expect(lines[2]).toMatch(/^ {2}worst net \d+: .*sigmoid/)
})

// A pairing needs no σ′, so cross-entropy would not see the plant on an output.
const throughSigmaPrime = ({ cost }: Problem) => cost === 'quadratic' || cost === 'huber' || cost === 'absolute'

const uses = ({ layers }: Problem, name: ElementwiseName) =>
  layers.some(({ activation, own }) => activation === name || [...own.values()].includes(name))

it.each(ELEMENTWISE)('0.05 % in σ′ of %s is found, and the same code without it is not', (name) => {
  const found = (factor: number) =>
    compareNets({
      seed: 1,
      nets: NETS_FOR_A_PLANT,
      engine: { activations: planted(name, factor) },
      only: (problem) => throughSigmaPrime(problem) && uses(problem, name),
    })
  expect(found(1).worst.difference).toBeLessThanOrEqual(WORST)
  const { difference } = found(PLANTED).worst
  expect(difference).toBeGreaterThan(1e-4)
  expect(difference).toBeLessThan(1e-2)
})

it('0.05 % in f′ of a plugin is found by differences, with the parameter, both values and the bound', () => {
  const wrong = CUSTOM_ACTIVATIONS.map(({ name, f, fPrime }) => defineActivation({ name, f, fPrime: (z, a) => PLANTED * fPrime(z, a) }))
  const { passed, worst, where } = compareCustomNets(1, 10, wrong)
  expect(passed).toBe(false)
  expect(worst).toBeGreaterThan(1e-4)
  expect(where).toMatch(/^net \d+: \[.*\], .*; (quartic|logCosh); parameter \d+: engine \S+, differences \S+ ± \S+$/)
})

it('float32 uses a part of its bound that a bound a hundred times looser would not show', () => {
  const { ofBound, passed } = compareFloat32(1, 10)
  expect(passed).toBe(true)
  expect(ofBound).toBeGreaterThan(1e-3)
})

it('refuses seeds, counts and plants that cannot be', () => {
  expect(() => gradients({ seed: 0.5, nets: 1 })).toThrow('--seed takes a whole number, not 0.5')
  expect(() => gradients({ seed: 1, nets: 0 })).toThrow('--nets takes a whole number of at least 1, not 0')
  expect(() => gradients({ seed: 1, nets: 1, plant: 'sigmoyd' })).toThrow(RangeError)
})
