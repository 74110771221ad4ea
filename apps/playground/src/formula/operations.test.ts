import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ulpsBetween } from '@nablajs/linalg/exact'
import { operations } from './operations.js'

it.each(['exp', 'log', 'log1p', 'expm1', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asinh'] as const)('%s is the engine\'s function to a few last digits', (name) => {
  const { evaluate } = operations[name]
  fc.assert(
    fc.property(fc.oneof(fc.double({ min: -700, max: 700, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })), (u) => {
      expect(ulpsBetween(evaluate(u, NaN), Math[name](u))).toBeLessThanOrEqual(8)
    }),
    { numRuns: 2000 },
  )
})

it.each(['exp', 'log', 'log1p', 'expm1', 'sinh', 'cosh', 'tanh', 'asinh'] as const)('%s is the engine\'s at 0, at the ends and at NaN', (name) => {
  for (const u of [0, -0, Infinity, -Infinity, NaN, 1e300, -1e300, 5e-324]) expect(operations[name].evaluate(u, NaN), `${name}(${u})`).toBe(Math[name](u))
})

it('whole powers are exact where their value is', () => {
  for (const [u, v, value] of [[3, 4, 81], [-2, 5, -32], [2, -3, 0.125], [-1.5, 2, 2.25], [7, 0, 1]] as const) expect(operations.pow.evaluate(u, v)).toBe(value)
  expect(operations.pow.evaluate(2, 0.5)).toBe(2 ** 0.5)
})
