import { expect, it } from 'vitest'
import fc from 'fast-check'
import { equals } from './equals.js'
import { fill } from './fill.js'
import { fromFunction } from './fromFunction.js'
import { fromRows } from './fromRows.js'
import { matmul } from './matmul.js'
import { maxNorm } from './norm.js'
import { random } from './random.js'
import { axpy } from './axpy.js'
import { copy } from './copy.js'
import { reference } from './reference/reference.js'
import { transpose } from './transpose.js'
import { zeros } from './zeros.js'

const A = fromRows([[1, 2, 3], [4, 5, 6]])
const B = fromRows([[1, 0], [2, 1], [-1, 3]])

it('is the product of rows and columns', () => {
  expect(matmul(A, B).toRows()).toEqual([[2, 11], [8, 23]])
})

it('takes either factor transposed', () => {
  expect(matmul(B.T, A.T).toRows()).toEqual([[2, 8], [11, 23]])
  expect(matmul(A, A.T).toRows()).toEqual([[14, 32], [32, 77]])
  expect(matmul(A.T, A).get(2, 0)).toBe(3 + 24)
})

it('scales the product, and adds it to a multiple of what out held', () => {
  const out = fill(zeros(2, 2), 10)
  expect(matmul(A, B, out, 0.5, 2).toRows()).toEqual([[21, 25.5], [24, 31.5]])
})

it('does not read out where nothing is accumulated: an old NaN stays out', () => {
  expect(matmul(A, B, fill(zeros(2, 2), NaN)).toRows()).toEqual([[2, 11], [8, 23]])
})

it('keeps a NaN of a factor even where the other is 0', () => {
  expect(matmul(fromRows([[0, NaN]]), fromRows([[1], [0]])).get(0, 0)).toBeNaN()
})

it('works on views of columns and on empty matrices', () => {
  expect(matmul(A, B.columns(1, 1))).toMatchObject({ rows: 2, cols: 0 })
  expect(matmul(A.columns(0, 2), fromRows([[1], [1]])).toRows()).toEqual([[3], [9]])
  expect(matmul(zeros(2, 0), zeros(0, 3)).toRows()).toEqual([[0, 0, 0], [0, 0, 0]])
})

it.each([
  ['inner sizes', () => matmul(A, A), 'inner', ['2 × 3', '2 × 3']],
  ['an out with other rows', () => matmul(A, B, zeros(3, 2)), 'rows', ['3 × 2', '2 × 2']],
  ['an out with other columns', () => matmul(A, B, zeros(2, 3)), 'columns', ['2 × 3', '2 × 2']],
  ['mixed types', () => matmul(A, zeros(3, 2, { dtype: 'float64' })), 'dtype', ['2 × 3 float32', '3 × 2 float64']],
])('refuses %s, naming both shapes and the side', (_, call, side, shapes) => {
  expect(call).toThrow(expect.objectContaining({ code: 'ShapeError', side, shapes, operation: expect.stringContaining('matmul') }))
})

it('refuses an out that is a factor, or overlaps one', () => {
  const square = fromRows([[1, 2], [3, 4]])
  expect(() => matmul(square, square, square)).toThrow(expect.objectContaining({ code: 'ShapeError', side: 'alias' }))
  const wide = zeros(2, 4)
  expect(() => matmul(wide.columns(0, 2), square, wide.columns(1, 3))).toThrow(expect.objectContaining({ side: 'alias' }))
  expect(() => matmul(square, wide.columns(0, 2), wide.columns(1, 3))).toThrow(expect.objectContaining({ side: 'alias' }))
  expect(() => matmul(wide.columns(0, 2), square, wide.columns(2, 4))).not.toThrow()
  expect(() => matmul(wide.columns(2, 4), square, wide.columns(0, 2))).not.toThrow()
})

it('refuses a factor in the memory of another backend, naming both', () => {
  const other = { ...reference, name: 'other' }
  const elsewhere = zeros(3, 2, { backend: other })
  expect(() => matmul(A, elsewhere)).toThrow(
    expect.objectContaining({ code: 'ShapeError', side: 'backend', shapes: ['2 × 2 on reference', '3 × 2 on other'] }),
  )
  expect(() => matmul(elsewhere.T, elsewhere, zeros(2, 2))).toThrow(expect.objectContaining({ side: 'backend' }))
  expect(matmul(elsewhere.T, elsewhere).backend).toBe(other)
})

const size = fc.integer({ min: 0, max: 19 })
const normal = (rows: number, cols: number, seed: number) => {
  const draws = random(seed)
  return fromFunction(rows, cols, () => draws.normal(), { dtype: 'float64' })
}
/** (k + 2) u Σ|a||b| with |a|, |b| ≤ max: the bound of theory for one entry of a product. */
const bound = (k: number, x: number, y: number) => (k + 2) * 2 ** -53 * k * x * y

it('obeys (A B)ᵀ = Bᵀ Aᵀ to the bit, and distributes within the rounding bound', () => {
  fc.assert(
    fc.property(size, size, size, fc.nat(), (m, k, n, seed) => {
      const X = normal(m, k, seed)
      const Y = normal(k, n, seed + 1)
      const Z = normal(k, n, seed + 2)
      expect(matmul(Y.T, X.T).data).toEqual(transpose(matmul(X, Y)).data)
      const sum = axpy(1, Z, copy(Y))
      const apart = axpy(1, matmul(X, Z), matmul(X, Y))
      const gap = axpy(-1, matmul(X, sum), apart)
      expect(maxNorm(gap)).toBeLessThanOrEqual(4 * bound(k, maxNorm(X), maxNorm(Y) + maxNorm(Z)))
    }),
  )
})

it('is exact on small whole numbers, whatever the shapes and transposes', () => {
  fc.assert(
    fc.property(size, size, size, fc.nat(), fc.boolean(), fc.boolean(), (m, k, n, seed, tA, tB) => {
      const draws = random(seed)
      const whole = (rows: number, cols: number) => fromFunction(rows, cols, () => draws.integer(17) - 8)
      const X = tA ? whole(k, m).T : whole(m, k)
      const Y = tB ? whole(n, k).T : whole(k, n)
      const product = matmul(X, Y)
      const expected = fromFunction(m, n, (j, i) => {
        let sum = 0
        for (let p = 0; p < k; p++) sum += X.get(j, p) * Y.get(p, i)
        return sum
      })
      expect(equals(product, expected)).toBe(true)
    }),
  )
})
