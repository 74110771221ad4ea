import { expect, it } from 'vitest'
import { applyRows, nativeKernel, pullbackRows, type ElementwiseFunction } from './elementwise.js'
import { fill } from './fill.js'
import { fromRows } from './fromRows.js'
import { like } from './like.js'
import type { Backend } from './backend.js'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

const twice: ElementwiseFunction = { kernel: undefined, f: (z) => 2 * z, fPrime: (z, a) => z + a }
const z = fromRows([[1, 2], [3, 4], [5, 6]])

it('applies f to the rows named and to no other', () => {
  const a = fill(like(z), -1)
  applyRows(twice, z, a, 1, 3)
  expect(a.toRows()).toEqual([[-1, -1], [6, 8], [10, 12]])
})

it('multiplies g by f′(z, a) on the rows named and on no other, also where delta is g', () => {
  const a = fill(like(z), 10)
  const g = fromRows([[1, 1], [2, 3], [1, 1]])
  pullbackRows(twice, z, a, g, g, 1, 2)
  expect(g.toRows()).toEqual([[1, 1], [26, 42], [1, 1]])
})

it('runs the kernel of that name where the backend has it, with the run of rows as its operands', () => {
  const calls: unknown[] = []
  const seen = ({ buffer, offset }: { buffer: ArrayLike<number>; offset: number }) => buffer[offset]
  const backend: Backend = {
    ...reference,
    kernels: {
      twice: {
        apply: (shape, zs, as) => void calls.push([{ ...shape }, seen(zs), seen(as)]),
        pullback: (shape, ...operands) => void calls.push([{ ...shape }, ...operands.map(seen)]),
      },
    },
  }
  const on = (value: number) => fill(zeros(3, 2, { backend }), value)
  const [zs, as, gs, deltas] = [on(1), on(2), on(3), on(4)]
  zs.set(1, 0, 100)
  applyRows({ ...twice, kernel: 'twice' }, zs, as, 1, 3)
  pullbackRows({ ...twice, kernel: 'twice' }, zs, as, gs, deltas, 1, 2)
  expect(calls).toMatchObject([
    [{ rows: 2, cols: 2, stride: 3 }, 100, 2],
    [{ rows: 1, cols: 2, stride: 3 }, 100, 2, 3, 4],
  ])
})

it('runs the closure where the backend has no kernel of that name', () => {
  const a = like(z)
  applyRows({ ...twice, kernel: 'unheard of' }, z, a, 0, 3)
  pullbackRows({ ...twice, kernel: 'unheard of' }, z, a, a, a, 0, 1)
  expect(a.toRows()).toEqual([[6, 24], [6, 8], [10, 12]])
})

it.each(['constructor', 'toString', '__proto__'])('knows no kernel by the name %s, which every object has', (kernel) => {
  expect(nativeKernel(kernel, z)).toBeUndefined()
  const a = like(z)
  applyRows({ ...twice, kernel }, z, a, 0, 3)
  expect(a.toRows()).toEqual([[2, 4], [6, 8], [10, 12]])
})

it('gives a kernel by its name, and none without one', () => {
  expect(nativeKernel('tanh', z)).toBe(reference.kernels.tanh)
  expect(nativeKernel(undefined, z)).toBeUndefined()
})
