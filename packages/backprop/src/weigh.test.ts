import { expect, it } from 'vitest'
import { fromRows } from '@nablajs/linalg'
import { weigh } from './weigh.js'

it('multiplies column i by ω_i', () => {
  const delta = fromRows([[1, 2, 3], [4, 5, 6]])
  weigh(delta, fromRows([[2, 0, -1]]))
  expect(delta.toRows()).toEqual([[2, 0, -3], [8, 0, -6]])
})
