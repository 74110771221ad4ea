import fc from 'fast-check'
import { expect, it } from 'vitest'
import { costNames } from '../../engine/names.js'
import { rules } from './rules.js'
import { costsOfSamples } from './samples.js'

const inside = fc.double({ min: 0.05, max: 0.95, noNaN: true })
const six = fc.array(inside, { minLength: 6, maxLength: 6 })
const samples = fc.record({ outputs: six, targets: six, netCost: fc.constantFrom(...costNames) })

it('C is the mean of C_x, whatever C_x looks at', () => {
  fc.assert(
    fc.property(samples, fc.constantFrom(...rules), (given, rule) => {
      const { each, mean } = costsOfSamples({ ...given, rule })
      expect(mean).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / 6, 12)
    }),
  )
})

it('where both assumptions hold, the mean of the gradients is the gradient', () => {
  fc.assert(
    fc.property(samples, (given) => {
      const { backprop, true: slopes } = costsOfSamples({ ...given, rule: 'own' })
      expect(backprop.w).toBeCloseTo(slopes.w, 6)
      expect(backprop.b).toBeCloseTo(slopes.b, 6)
    }),
  )
})

it('a change of one sample changes its C_x alone, and C by a sixth of that', () => {
  fc.assert(
    fc.property(samples, inside, fc.integer({ min: 0, max: 5 }), (given, output, x) => {
      const before = costsOfSamples({ ...given, rule: 'own' })
      const after = costsOfSamples({ ...given, outputs: given.outputs.with(x, output), rule: 'own' })
      after.each.forEach((cost, i) => i !== x && expect(cost).toBe(before.each[i]))
      expect(after.mean - before.mean).toBeCloseTo((after.each[x]! - before.each[x]!) / 6, 12)
    }),
  )
})

it('a cost that looks at other samples loses five sixths of what it added, one that looks at w all of it', () => {
  fc.assert(
    fc.property(samples, (given) => {
      const mean = given.outputs.reduce((sum, a) => sum + a, 0) / 6
      const others = costsOfSamples({ ...given, rule: 'others' })
      expect(others.true.b - others.backprop.b).toBeCloseTo((5 / 6) * 2 * (mean - 0.5), 6)
      expect(others.true.w - others.backprop.w).toBeCloseTo((5 / 6) * 2 * (mean - 0.5) * mean, 6)
      const weight = costsOfSamples({ ...given, rule: 'weight' })
      expect(weight.true.w - weight.backprop.w).toBeCloseTo(1, 6)
      expect(weight.true.b - weight.backprop.b).toBeCloseTo(0, 6)
    }),
  )
})
