import { expect, it } from 'vitest'
import { cell } from './gemm.js'

it('shows a speed and the share of its limit where that is known', () => {
  expect([cell(33, 44), cell(33, undefined), cell(NaN, 1), cell(undefined, 1)]).toEqual(['33.0 75%', '33.0', '–', '–'])
})
