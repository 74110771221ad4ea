import { expect, it } from 'vitest'
import { powInt } from './powInt.js'
import { timesPowerOfTwo } from './timesPowerOfTwo.js'

it('timesPowerOfTwo scales by every power of two, overflowing and underflowing where numbers end', () => {
  for (let k = -1074; k <= 1023; k++) expect(timesPowerOfTwo(1, k)).toBe(powInt(2, k))
  expect(timesPowerOfTwo(1, 1024)).toBe(Infinity)
  expect(timesPowerOfTwo(1.75, 1023)).toBe(1.75 * 2 ** 1023)
  expect(timesPowerOfTwo(-1.5, -1075)).toBe(-5e-324)
  expect(timesPowerOfTwo(1, -1075)).toBe(0)
})

it('timesPowerOfTwo rounds a subnormal result once', () => {
  // 1 + 2⁻⁵²: just above half of the last place; rounding in two steps would lose it.
  expect(timesPowerOfTwo(1 + 2 ** -52, -1075)).toBe(5e-324)
})
