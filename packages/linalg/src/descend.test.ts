import { expect, it } from 'vitest'
import fc from 'fast-check'
import type { Backend } from './backend.js'
import { descend } from './descend.js'
import { fromArray } from './fromArray.js'
import { fromFunction } from './fromFunction.js'
import { fromRows } from './fromRows.js'
import type { Matrix } from './matrix.js'
import { random } from './random.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

const eta = fromRows([[0.5]], { dtype: 'float64' })

it('is w − η · (scale · δ aᵀ)', () => {
  const w = fromRows([[10, 20], [30, 40]])
  descend(eta, 0.1, fromRows([[1, 2], [3, 4]]), fromRows([[10, 0], [0, 100]]), w)
  expect(w.toRows()).toEqual([[9.5, 10], [28.5, 20]])
})

it('has the bits of its parts, in both types and for any shape', () => {
  const { descend: _, ...plain } = reference
  const size = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(size, size, size, fc.nat(), fc.constantFrom('float32', 'float64'), (n, k, m, seed, dtype) => {
      const [w, parts] = [reference, plain].map((backend) => {
        const draws = random(seed)
        const normal = (rows: number, cols: number) => fromFunction(rows, cols, () => draws.normal(), { dtype, backend })
        const [delta, a, updated] = [normal(n, m), normal(k, m), normal(n, k)]
        descend(fromRows([[0.5]], { dtype: 'float64', backend }), 1 / m, delta, a, updated)
        return updated
      })
      expect(w.data).toEqual(parts.data)
    }),
  )
})

const { descend: _, ...parts } = reference
const untouched: Backend = {
  ...reference,
  descend: () => {
    throw new Error('called with operands that do not fit')
  },
}
const other = { ...reference, name: 'other' }
const double = { dtype: 'float64' } as const
const ours = { eta: [1, 1], delta: [2, 4], a: [3, 4], w: [2, 3] } as const

it.each<[string, { eta?: Matrix; delta?: Matrix; a?: Matrix; w?: [number, number] }, object]>([
  ['an eta of two rows', { eta: zeros(2, 1) }, { operation: 'descend, eta', side: 'rows', shapes: ['2 × 1', '1 × 1'] }],
  ['an eta of two columns', { eta: zeros(1, 2) }, { operation: 'descend, eta', side: 'columns', shapes: ['1 × 2', '1 × 1'] }],
  ['an a of other columns', { a: zeros(3, 5) }, { operation: 'descend', side: 'inner', shapes: ['2 × 4', '5 × 3'] }],
  ['a w of other rows', { w: [4, 3] }, { operation: 'descend, out', side: 'rows', shapes: ['4 × 3', '2 × 3'] }],
  ['a w of other columns', { w: [2, 4] }, { operation: 'descend, out', side: 'columns', shapes: ['2 × 4', '2 × 3'] }],
  ['a delta of another type', { delta: zeros(2, 4, double) }, { operation: 'descend', side: 'dtype', shapes: ['2 × 4 float64', '4 × 3 float32'] }],
  ['an eta on another backend', { eta: zeros(1, 1, { backend: other }) }, { operation: 'descend', side: 'backend', shapes: ['2 × 3 on reference', '1 × 1 on other'] }],
  ['a delta on another backend', { delta: zeros(2, 4, { backend: other }) }, { operation: 'descend', side: 'backend', shapes: ['2 × 3 on reference', '2 × 4 on other'] }],
  ['an a on another backend', { a: zeros(3, 4, { backend: other }) }, { operation: 'descend', side: 'backend', shapes: ['2 × 3 on reference', '3 × 4 on other'] }],
])('refuses %s, before the backend is called and before its parts are', (__, given, error) => {
  for (const backend of [untouched, parts]) {
    const place = (own: readonly [number, number], matrix?: Matrix) =>
      matrix === undefined || matrix.backend === reference
        ? zeros(matrix?.rows ?? own[0], matrix?.cols ?? own[1], { dtype: matrix?.dtype ?? 'float32', backend })
        : matrix
    const w = place(given.w ?? ours.w)
    const call = () => descend(place(ours.eta, given.eta), 1, place(ours.delta, given.delta), place(ours.a, given.a), w)
    expect(call).toThrow(expect.objectContaining({ code: 'ShapeError', ...error }))
  }
})

it('refuses a w that overlaps delta or a, and takes one that touches them', () => {
  const memory = new Float32Array(60)
  const at = (from: number, [rows, cols]: readonly [number, number]) => fromArray(memory.subarray(from, from + rows * cols), rows, cols)
  const [delta, a] = [at(10, ours.delta), at(30, ours.a)]
  const alias = (shape: string) => expect.objectContaining({ code: 'ShapeError', operation: 'descend', side: 'alias', shapes: ['2 × 3', shape] }) as Error
  expect(() => descend(eta, 1, delta, a, at(17, ours.w))).toThrow(alias('2 × 4'))
  expect(() => descend(eta, 1, delta, a, at(25, ours.w))).toThrow(alias('3 × 4'))
  expect(() => descend(eta, 1, delta, a, at(18, ours.w))).not.toThrow()
  expect(() => descend(eta, 1, delta, a, at(24, ours.w))).not.toThrow()
})

it('gives the backend every operand in its place', () => {
  const given: unknown[] = []
  const backend: Backend = { ...reference, descend: (...all) => void given.push(...all) }
  const [rate, delta, a, w] = Object.values(ours).map(([rows, cols]) => zeros(rows, cols, { backend }))
  descend(rate, 0.25, delta, a, w)
  expect(given.map((operand, i) => operand === [rate, 0.25, delta, a, w][i])).toEqual([true, true, true, true, true])
})
