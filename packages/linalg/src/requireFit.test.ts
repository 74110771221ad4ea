import { expect, it } from 'vitest'
import fc from 'fast-check'
import { fromArray } from './fromArray.js'
import { Matrix } from './matrix.js'
import { reference } from './reference/reference.js'
import { requireApart, requireOut, requireProduct, requireSameOrApart } from './requireFit.js'
import { zeros } from './zeros.js'

const alias = (operation: string, ...shapes: string[]) => expect.objectContaining({ code: 'ShapeError', side: 'alias', operation, shapes }) as Error
const wide = zeros(2, 6)

it('takes matrices apart, and those that touch', () => {
  expect(() => requireApart('op', zeros(2, 2), zeros(2, 2))).not.toThrow()
  expect(() => requireApart('op', wide.columns(0, 2), wide.columns(2, 6))).not.toThrow()
  expect(() => requireApart('op', wide.columns(2, 6), wide.columns(0, 2))).not.toThrow()
  expect(() => requireSameOrApart('op', wide.columns(0, 2), wide.columns(2, 4))).not.toThrow()
})

it('refuses a part in common, whichever begins first', () => {
  expect(() => requireApart('op', wide.columns(0, 3), wide.columns(2, 4))).toThrow(alias('op', '2 × 3', '2 × 2'))
  expect(() => requireApart('op', wide.columns(2, 4), wide.columns(0, 3))).toThrow(alias('op', '2 × 2', '2 × 3'))
  expect(() => requireApart('op', wide, wide)).toThrow(alias('op', '2 × 6', '2 × 6'))
  expect(() => requireSameOrApart('op', wide.columns(0, 2), wide.columns(1, 3))).toThrow(alias('op', '2 × 2', '2 × 2'))
  expect(() => requireSameOrApart('op', wide.columns(1, 3), wide.columns(0, 2))).toThrow(alias('op', '2 × 2', '2 × 2'))
})

it('takes the same numbers as out where that is allowed, also through another view', () => {
  expect(() => requireSameOrApart('op', wide, wide)).not.toThrow()
  expect(() => requireSameOrApart('op', wide.columns(1, 3), wide.columns(1, 3))).not.toThrow()
  expect(() => requireOut('op', wide.columns(1, 3), wide.columns(1, 3))).not.toThrow()
})

it('asks of an out the shape, the type, and no part in common', () => {
  expect(() => requireOut('op', zeros(2, 2), zeros(3, 2))).toThrow(expect.objectContaining({ side: 'rows', shapes: ['2 × 2', '3 × 2'] }))
  expect(() => requireOut('op', zeros(2, 2), zeros(2, 2, { dtype: 'float64' }))).toThrow(expect.objectContaining({ side: 'dtype' }))
  expect(() => requireOut('op', wide.columns(0, 2), wide.columns(1, 3))).toThrow(alias('op', '2 × 2', '2 × 2'))
})

it('knows memory in common by its bytes, through typed arrays of either type that begin elsewhere', () => {
  const length = 12
  fc.assert(
    fc.property(fc.nat({ max: length }), fc.nat({ max: length }), fc.nat({ max: length }), fc.nat({ max: length }), fc.boolean(), (a, b, c, d, single) => {
      const memory = new ArrayBuffer(8 * length)
      const [from, to, low, high] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)]
      const x = new Float64Array(memory, 8 * from, to - from)
      const y = single ? new Float32Array(memory, 8 * low, 2 * (high - low)) : new Float64Array(memory, 8 * low, high - low)
      const [cellsOfX, cellsOfY] = [Array.from({ length: to - from }, (_, i) => from + i), Array.from({ length: high - low }, (_, i) => low + i)]
      const shared = cellsOfX.some((cell) => cellsOfY.includes(cell))
      const call = () => requireApart('op', fromArray(x, x.length, 1), fromArray(y, 1, y.length))
      if (shared) expect(call).toThrow(alias('op', `${x.length} × 1`, `1 × ${y.length}`))
      else expect(call).not.toThrow()
    }),
  )
})

it('asks of a product that every type is one, naming out where it is the other', () => {
  const double = { dtype: 'float64' } as const
  expect(() => requireProduct('op', zeros(1, 2), zeros(2, 3), zeros(1, 3, double))).toThrow(
    expect.objectContaining({ operation: 'op, out', side: 'dtype', shapes: ['1 × 3 float64', '1 × 2 float32'] }),
  )
  expect(() => requireProduct('op', zeros(1, 2), zeros(2, 3, double), zeros(1, 3))).toThrow(expect.objectContaining({ operation: 'op', side: 'dtype' }))
})

it('finds an out that shares a number with a factor, in one array of memory or in two over the same bytes', () => {
  const bytes = new ArrayBuffer(4 * 40)
  const memory = new Float32Array(bytes)
  const place = fc.integer({ min: 0, max: 20 })
  const size = fc.integer({ min: 0, max: 3 })
  fc.assert(
    fc.property(place, place, place, size, size, size, fc.boolean(), (atA, atB, atOut, n, k, m, sameArray) => {
      const at = (offset: number, rows: number, cols: number) => new Matrix(reference, { buffer: memory, offset, owner: memory }, rows, cols)
      const [A, B] = [at(atA, n, k), at(atB, k, m)]
      const buffer = sameArray ? memory : new Float32Array(bytes)
      const out = new Matrix(reference, { buffer, offset: atOut, owner: buffer }, n, m)
      const share = ({ offset, data }: Matrix) => data.some((_, i) => offset + i >= atOut && offset + i < atOut + n * m)
      const call = () => requireProduct('product', A, B, out)
      if (share(A) || share(B)) expect(call).toThrow(expect.objectContaining({ code: 'ShapeError', side: 'alias' }))
      else expect(call).not.toThrow()
    }),
    { numRuns: 500 },
  )
})
