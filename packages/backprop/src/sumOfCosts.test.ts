import { expect, it } from 'vitest'
import { quadratic } from '@nablajs/costs'
import { fromColumns, fromRows, type Vector } from '@nablajs/linalg'
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

it('asks for the cost of each sample once, at a and y in their places', () => {
  const given: number[][][] = []
  const asked = { ...quadratic, value: (a: Vector, y: Vector) => given.push([Array.from(a), Array.from(y)]) }
  sumOfCosts(asked, fromColumns([[1, 2], [3, 4]]), fromColumns([[5, 6], [7, 8]]), undefined, new Float64Array(1))
  expect(given).toEqual([[[1, 2], [5, 6]], [[3, 4], [7, 8]]])
})
