import { expect, it } from 'vitest'
import { absolute } from './absolute.js'
import { checkCost } from './conformance.js'
import table from './reference/absolute.json' with { type: 'json' }
import { worstComplexError, worstErrors } from './reference/worstErrors.js'

it('absolute and its gradient are the true numbers', () => {
  const { value, gradient } = worstErrors(absolute, table.rows)
  expect(value).toBeLessThan(4)
  expect(gradient).toBe(0)
})

it('absolute keeps the contract of a cost, with a kink at every target and there only', () => {
  const { domain, kinks } = checkCost(absolute)
  expect(domain).toEqual([-Infinity, Infinity])
  expect(kinks.map(({ a, y }) => a - y)).toEqual([0, 0, 0, 0, 0, 0, 0])
  for (const { left, right } of kinks) expect([left, right]).toEqual([expect.closeTo(-1, 6), expect.closeTo(1, 6)])
})

it('absolute leaves a neuron alone that is right', () => {
  expect(absolute.gradient([0.25, 2], [0.25, 1], [NaN, NaN])).toEqual([0, 1])
})

it('absolute at complex activations is its continuation from either side', () => {
  expect(worstComplexError(absolute.complex!, table.complex)).toBeLessThan(1e-15)
})

it('absolute says that every engine gives its bits', () => {
  expect(absolute.exact).toBe(true)
})
