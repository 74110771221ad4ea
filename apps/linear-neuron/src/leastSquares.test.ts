import { fromColumns, fromRows } from 'nabla'
import { expect, it } from 'vitest'
import { leastSquares, solve } from './leastSquares.js'
import { noisyMap } from './noisyMap.js'

const float64 = { dtype: 'float64' } as const

it('solves a system that needs its rows swapped', () => {
  const S = solve(fromRows([[0, 2, 1], [1, 1, 0], [2, 0, 3]], float64), fromRows([[7], [3], [11]], float64))
  expect(S.toColumns()).toEqual([[1, 2, 3]])
})

it('refuses a singular system', () => {
  expect(() => solve(fromRows([[1, 2], [2, 4]], float64), fromRows([[1], [2]], float64))).toThrow('no pivot in column 1')
})

it('finds the map that made samples without noise', () => {
  const X = fromColumns([[0, 0], [1, 0], [0, 1], [3, -2]], float64)
  const Y = fromColumns([[5], [7], [4], [13]], float64)
  const { w, b } = leastSquares(X, Y)
  expect(w.toRows()[0]?.map((x) => Number(x.toFixed(9)))).toEqual([2, -1])
  expect(b.get(0, 0)).toBeCloseTo(5, 9)
})

it('leaves residuals that no affine map can explain: they are orthogonal to 1 and to every input', () => {
  const { X, Y } = noisyMap(30, 5)
  const { w, b } = leastSquares(X, Y)
  for (let j = 0; j < 2; j++) {
    const residuals = Y.toColumns().map((y, i) => {
      const predicted = w.toRows()[j]?.reduce((sum, x, k) => sum + x * X.get(k, i), b.get(j, 0)) ?? NaN
      return (y[j] ?? NaN) - predicted
    })
    expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 11)
    for (let k = 0; k < 3; k++) expect(residuals.reduce((sum, r, i) => sum + r * X.get(k, i), 0)).toBeCloseTo(0, 11)
  }
})
