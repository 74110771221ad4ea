import { fromColumns, like, reference, zeros } from '@nablajs/linalg'
import { ulpsBetween } from '@nablajs/linalg/exact'
import { expect, it } from 'vitest'
import { checkActivation } from './conformance.js'
import values from './reference/softmax.json' with { type: 'json' }
import { softmax } from './softmax.js'

it.each(['reference', 'own code'])('%s: a and its pullback equal values in 400 digits within the bound of their rounding, deep into saturation', (code) => {
  const backend = code === 'reference' ? reference : { ...reference, kernels: {} }
  for (const { z, g, a, delta, weights } of values) {
    const Z = fromColumns([z], { dtype: 'float64', backend })
    const [A, D] = [like(Z), like(Z)]
    softmax.apply(Z, A)
    softmax.pullback(Z, A, fromColumns([g], { dtype: 'float64', backend }), D)
    const largest = Math.max(...z.map(Math.abs))
    for (let j = 0; j < z.length; j++) {
      expect(ulpsBetween(A.get(j, 0), a[j]), `a of ${z.join(', ')}, row ${j}`).toBeLessThanOrEqual(2 * (z.length + largest))
      // weights[j] is a_j Σ_k a_k |g_j − g_k|: what each rounding is relative to.
      expect(Math.abs(D.get(j, 0) - delta[j]), `delta at ${z.join(', ')}, row ${j}`).toBeLessThanOrEqual((z.length + largest + 4) * 2 ** -52 * weights[j])
    }
  }
})

it.each(['reference', 'own code'])('%s: the entries of a column sum to 1, without overflow at ±1e4 and 1e300', (code) => {
  const backend = code === 'reference' ? reference : { ...reference, kernels: {} }
  const z = fromColumns([[1e4, -1e4, 9999], [-1e4, -1e4, -1e4], [1e300, -1e300, 0], [3, 3, 3]], { dtype: 'float64', backend })
  const a = like(z)
  softmax.apply(z, a)
  for (const column of a.toColumns()) expect(Math.abs(column[0] + column[1] + column[2] - 1)).toBeLessThanOrEqual(4 * 2 ** -53)
  expect(a.toColumns()[2]).toEqual([1, 0, 0])
})

it.each(['reference', 'own code'])('%s: a may be z', (code) => {
  const backend = code === 'reference' ? reference : { ...reference, kernels: {} }
  const z = fromColumns([[1, 2, 3], [0.5, -4, 2], [0, 7, 1]], { dtype: 'float64', backend })
  const a = like(z)
  softmax.apply(z, a)
  softmax.apply(z, z)
  expect(z.toColumns()).toEqual(a.toColumns())
})

it('a number added to a whole column changes nothing', () => {
  const z = fromColumns([[1, 2, 4.5], [1025, 1026, 1028.5]], { dtype: 'float64' })
  const a = like(z)
  softmax.apply(z, a)
  expect(a.toColumns()[0]).toEqual(a.toColumns()[1])
})

it.each(['reference', 'own code'])('%s: a taller layer after a smaller one, delta being g', (code) => {
  const backend = code === 'reference' ? reference : { ...reference, kernels: {} }
  for (const rows of [2, 40, 3]) {
    const z = fromColumns([Array.from({ length: rows }, () => 0)], { dtype: 'float64', backend })
    const g = fromColumns([Array.from({ length: rows }, (_, j) => (j === rows - 1 ? 1 : 0))], { dtype: 'float64', backend })
    const a = like(z)
    softmax.apply(z, a)
    softmax.pullback(z, a, g, g)
    expect(g.get(0, 0)).toBeCloseTo(-1 / rows / rows, 14)
    expect(g.get(rows - 1, 0)).toBeCloseTo((1 / rows) * (1 - 1 / rows), 14)
  }
})

it('keeps the contract of an activation, by its kernel and by its own code', () => {
  for (const backend of [reference, { ...reference, kernels: {} }]) {
    expect(checkActivation(softmax, { backends: [backend] }).findings).toEqual([])
    expect(checkActivation(softmax, { backends: [backend], neurons: 1 }).findings).toEqual([])
  }
  expect(softmax.kernelOf(3)).toBe('softmax')
  expect(softmax.exact).toBe(true)
})

it('softmax of its own code: many equal z, a layer of no neurons', () => {
  const backend = { ...reference, kernels: {} }
  const many = zeros(800, 1, { backend, dtype: 'float64' })
  const a = like(many)
  softmax.apply(many, a)
  expect(a.data[799]).toBeCloseTo(1 / 800, 15)
  const none = zeros(0, 3, { backend })
  softmax.apply(none, none)
  softmax.pullback(none, none, none, none)
  expect(none.data).toHaveLength(0)
})
