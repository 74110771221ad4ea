import { expect, it } from 'vitest'
import { addCell, isFiniteCell } from './cells.js'

it('adds one cell to another', () => {
  const total = Float64Array.of(2)
  addCell(total, Float64Array.of(0.5))
  expect(total[0]).toBe(2.5)
})

it.each([[0, true], [-1e308, true], [NaN, false], [Infinity, false], [-Infinity, false]])('finds %s finite: %s', (x, finite) => {
  expect(isFiniteCell(Float64Array.of(x))).toBe(finite)
})
