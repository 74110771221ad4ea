import { expect, it } from 'vitest'
import { affine } from './affine.js'
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
  affine(zeros(1, 1), zeros(1, 1), zeros(1, 1), z)
  expect(z.get(0, 0)).toBe(5)
  expect(addColumn(matmul(zeros(1, 1), zeros(1, 1)), zeros(1, 1)).get(0, 0)).toBe(0)
})

it('gives the backend w, a, b and z in their places', () => {
  const given: unknown[] = []
  const [w, a, b] = [zeros(1, 2), zeros(2, 1), zeros(1, 1)]
  const z = zeros(1, 1, { backend: { ...reference, affine: (...all) => void given.push(...all) } })
  affine(w, a, b, z)
  expect(given.map((matrix, i) => matrix === [w, a, b, z][i])).toEqual([true, true, true, true])
})
