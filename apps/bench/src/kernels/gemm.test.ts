import { expect, it } from 'vitest'
import { cell, threadsOf } from './gemm.js'

it('shows a speed and the share of its limit where that is known', () => {
  expect([cell(33, 44), cell(33, undefined), cell(NaN, 1), cell(undefined, 1)]).toEqual(['33.0 75%', '33.0', '–', '–'])
})

it('reads the threads off a name wherever they stand in it', () => {
  expect(['reference', 'wasm exact 1t', 'wasm fast 2t Node 24', 'C OpenBLAS 2t'].map(threadsOf)).toEqual([1, 1, 2, 2])
})
