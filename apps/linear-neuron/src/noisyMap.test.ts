import { expect, it } from 'vitest'
import { leastSquares } from './leastSquares.js'
import { noisyMap } from './noisyMap.js'

it('is near an affine map, and not on it', () => {
  const { X, Y } = noisyMap(2000, 1)
  const { w, b } = leastSquares(X, Y)
  const found = [...w.data, ...b.data].map((x) => Number(x.toFixed(1)))
  expect(found).toEqual([1, -0.5, -2, 0.3, 0.5, 1.5, 0.5, -1])
})

it('is the same for the same seed, another for another', () => {
  expect(noisyMap(5, 1)).toEqual(noisyMap(5, 1))
  expect(noisyMap(5, 2).X.data).not.toEqual(noisyMap(5, 1).X.data)
})
