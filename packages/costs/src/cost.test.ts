import { expect, it } from 'vitest'
import { defineCost } from './cost.js'

const quartic = {
  name: 'quartic',
  value: (a: ArrayLike<number>) => a.length,
  gradient: (a: ArrayLike<number>) => a,
}

it('defineCost keeps what it is given', () => {
  const pairings = { sigmoid: (z: number) => z }
  expect(defineCost({ ...quartic, pairings, exact: true })).toEqual({ ...quartic, pairings, exact: true })
})

it('defineCost promises nothing about bits that it was not told', () => {
  expect(defineCost(quartic).exact).toBe(false)
})
