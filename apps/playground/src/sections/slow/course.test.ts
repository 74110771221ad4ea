import fc from 'fast-check'
import { expect, it } from 'vitest'
import { course } from './course.js'

it.each([
  ['quadratic', 0.96],
  ['crossEntropy', 0.04],
] as const)('from w = b = 2 with η = 0.15, the output after 100 epochs by %s', (cost, a) => {
  expect(course([2, 2], cost, 0.15, 300)[100]!.a).toBeCloseTo(a, 2)
})

it('BP1: the quadratic cost has the factor σ′ in δ, cross-entropy has not, and each step goes η against it', () => {
  const parameter = fc.double({ min: -5, max: 5, noNaN: true })
  fc.assert(
    fc.property(parameter, parameter, fc.double({ min: 0.01, max: 1, noNaN: true }), (w, b, eta) => {
      for (const cost of ['quadratic', 'crossEntropy'] as const) {
        const [now, next] = course([w, b], cost, eta, 1)
        expect(now!.z).toBeCloseTo(w + b, 12)
        expect(now!.delta).toBeCloseTo(cost === 'quadratic' ? now!.a * now!.slope : now!.a, 10)
        expect(next!.w).toBeCloseTo(w - eta * now!.delta, 12)
        expect(next!.b).toBeCloseTo(b - eta * now!.delta, 12)
      }
    }),
  )
})
