import { expect, it } from 'vitest'
import { initialState } from '../../state/hash.js'
import { quantitiesOf } from '../../engine/quantities.js'
import { compare } from './differences.js'

it('agreement is best in the middle, and dies at both ends', () => {
  const off = (exponent: number) => compare(initialState, 10 ** exponent).off
  expect(off(-8)).toBeLessThan(1e-6)
  expect(off(-1)).toBeGreaterThan(1e-3)
  expect(off(-14)).toBeGreaterThan(1e-4)
})

it('the gradient by backpropagation is that of the other sections, in the order of the parameters', () => {
  const at = quantitiesOf(initialState)
  const { backprop } = compare(initialState, 1e-8)
  expect(backprop.slice(0, 5)).toEqual(['1:1', '2:1', '3:1', '4:1', '1:2'].map((jk) => at.get(`nablaW:2:${jk}`)))
})
