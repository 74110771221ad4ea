import { expect, it } from 'vitest'
import { quadratic } from '@nablajs/costs'
import { fromColumns, fromRows } from '@nablajs/linalg'
import { sumOfCosts } from './sumOfCosts.js'

const a = fromColumns([[1, 2], [3, 0]])
const y = fromColumns([[0, 0], [0, 0]])

it('adds Σ C_x to what the cell holds', () => {
  const total = Float64Array.of(1)
  sumOfCosts(quadratic, a, y, undefined, total)
  expect(total[0]).toBe(1 + 2.5 + 4.5)
})

it('adds Σ ω_x C_x where samples have weights', () => {
  const total = new Float64Array(1)
  sumOfCosts(quadratic, a, y, fromRows([[2, -1]]), total)
  expect(total[0]).toBe(5 - 4.5)
})
