import { expect, it } from 'vitest'
import { checkCost } from './conformance.js'
import { quadratic } from './quadratic.js'
import table from './reference/quadratic.json' with { type: 'json' }
import { worstComplexError, worstErrors } from './reference/worstErrors.js'

it('quadratic is ½ Σ (y − a)² and its gradient a − y, to the last place', () => {
  const { value, gradient } = worstErrors(quadratic, table.rows)
  expect(value).toBeLessThan(4)
  expect(gradient).toBe(0)
})

it('quadratic keeps the contract of a cost, everywhere on the real line and without kinks', () => {
  expect(checkCost(quadratic)).toMatchObject({ name: 'quadratic', domain: [-Infinity, Infinity], kinks: [], pairings: [] })
})

it('quadratic at complex activations is its continuation', () => {
  expect(worstComplexError(quadratic.complex!, table.complex)).toBeLessThan(1e-15)
})

it('quadratic says that every engine gives its bits', () => {
  expect(quadratic.exact).toBe(true)
})
