import { expect, it } from 'vitest'
import { affine } from './affine.js'
import type { Backend } from './backend.js'
import { fromArray } from './fromArray.js'
import type { Matrix } from './matrix.js'
import { addColumn } from './addColumn.js'
import { fromRows } from './fromRows.js'
import { matmul } from './matmul.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

it('(25) is z = w a + b', () => {
  const z = zeros(2, 2)
  affine(fromRows([[1, 2], [3, 4]]), fromRows([[1, 0], [1, 2]]), fromRows([[10], [20]]), z)
  expect(z.toRows()).toEqual([[13, 14], [27, 28]])
})

it('is one pass where the backend has it', () => {
  const fused = { ...reference, affine: (w: unknown, a: unknown, b: unknown, z: { buffer: { fill(x: number): unknown } }) => void z.buffer.fill(5) }
  const z = zeros(1, 1, { backend: fused })
  const one = () => zeros(1, 1, { backend: fused })
  affine(one(), one(), one(), z)
  expect(z.get(0, 0)).toBe(5)
  expect(addColumn(matmul(zeros(1, 1), zeros(1, 1)), zeros(1, 1)).get(0, 0)).toBe(0)
})

it('gives the backend w, a, b and z in their places', () => {
  const given: unknown[] = []
  const backend: Backend = { ...reference, affine: (...all) => void given.push(...all) }
  const [w, a, b, z] = [zeros(1, 2, { backend }), zeros(2, 1, { backend }), zeros(1, 1, { backend }), zeros(1, 1, { backend })]
  affine(w, a, b, z)
  expect(given.map((matrix, i) => matrix === [w, a, b, z][i])).toEqual([true, true, true, true])
})

const untouched: Backend = {
  ...reference,
  affine: () => {
    throw new Error('called with operands that do not fit')
  },
}
const other = { ...reference, name: 'other' }
const double = { dtype: 'float64' } as const
const ours = { w: [2, 3], a: [3, 4], b: [2, 1], z: [2, 4] } as const

it.each<[string, { w?: Matrix; a?: Matrix; b?: Matrix; z?: [number, number] }, object]>([
  ['a of other rows', { a: zeros(2, 4) }, { operation: 'affine', side: 'inner', shapes: ['2 × 3', '2 × 4'] }],
  ['z of other rows', { z: [3, 4] }, { operation: 'affine, out', side: 'rows', shapes: ['3 × 4', '2 × 4'] }],
  ['z of other columns', { z: [2, 5] }, { operation: 'affine, out', side: 'columns', shapes: ['2 × 5', '2 × 4'] }],
  ['b of other rows', { b: zeros(3, 1) }, { operation: 'affine, b', side: 'rows', shapes: ['3 × 1', '2 × 1'] }],
  ['b of more columns', { b: zeros(2, 4) }, { operation: 'affine, b', side: 'columns', shapes: ['2 × 4', '2 × 1'] }],
  ['a of another type', { a: zeros(3, 4, double) }, { operation: 'affine', side: 'dtype', shapes: ['2 × 3 float32', '3 × 4 float64'] }],
  ['b of another type', { b: zeros(2, 1, double) }, { operation: 'affine, b', side: 'dtype', shapes: ['2 × 1 float64', '2 × 4 float32'] }],
  ['w on another backend', { w: zeros(2, 3, { backend: other }) }, { operation: 'affine', side: 'backend', shapes: ['2 × 4 on reference', '2 × 3 on other'] }],
  ['a on another backend', { a: zeros(3, 4, { backend: other }) }, { operation: 'affine', side: 'backend', shapes: ['2 × 4 on reference', '3 × 4 on other'] }],
  ['b on another backend', { b: zeros(2, 1, { backend: other }) }, { operation: 'affine', side: 'backend', shapes: ['2 × 4 on reference', '2 × 1 on other'] }],
])('refuses %s, before the backend is called and before its parts are', (_, given, error) => {
  for (const backend of [untouched, reference]) {
    const place = (own: readonly [number, number], matrix?: Matrix) =>
      matrix === undefined || matrix.backend === reference
        ? zeros(matrix?.rows ?? own[0], matrix?.cols ?? own[1], { dtype: matrix?.dtype ?? 'float32', backend })
        : matrix
    const z = place(given.z ?? ours.z)
    const call = () => affine(place(ours.w, given.w), place(ours.a, given.a), place(ours.b, given.b), z)
    expect(call).toThrow(expect.objectContaining({ code: 'ShapeError', ...error }))
  }
})

it('refuses a z that overlaps w, a or b, and takes one that touches them', () => {
  const memory = new Float32Array(60)
  const at = (from: number, [rows, cols]: readonly [number, number]) => fromArray(memory.subarray(from, from + rows * cols), rows, cols)
  const apart = () => [at(20, ours.w), at(30, ours.a), at(50, ours.b)] as const
  const [w, a, b] = apart()
  const alias = (shape: string) => expect.objectContaining({ code: 'ShapeError', operation: 'affine', side: 'alias', shapes: ['2 × 4', shape] }) as Error
  expect(() => affine(w, a, b, at(19, ours.z))).toThrow(alias('2 × 3'))
  expect(() => affine(w, a, b, at(41, ours.z))).toThrow(alias('3 × 4'))
  expect(() => affine(w, a, b, at(51, ours.z))).toThrow(alias('2 × 1'))
  expect(() => affine(w, a, b, at(12, ours.z))).not.toThrow()
  expect(() => affine(w, a, b, at(42, ours.z))).not.toThrow()
})
