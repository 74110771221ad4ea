import { expect, it } from 'vitest'
import type { Backend, Block, Kernel, Operand, Shape } from './backend.js'
import { checkBackend } from './conformance.js'
import { exp } from './exact/index.js'
import { sigmoid } from './reference/kernels/sigmoid.js'
import { softmax } from './reference/kernels/softmax.js'
import { reference } from './reference/reference.js'
import { gemm as threeLoops } from './reference/gemm.js'

it('passes the reference backend, within the bound of theory', () => {
  const report = checkBackend(reference)
  expect(report).toMatchObject({ backend: 'reference', products: 600 })
  expect(report.worstOfBound).toBeLessThan(1)
  expect(report.worstOfBound).toBeGreaterThan(0)
})

it('passes the three loops themselves, without descend', () => {
  const { descend: _, ...plain } = reference
  expect(checkBackend({ ...plain, name: 'plain', gemm: threeLoops }).backend).toBe('plain')
})

it('passes an affine that has the bits of its parts', () => {
  let calls = 0
  expect(checkBackend(withAffine((...operands) => { calls++; inParts(...operands) }), { products: 1 }).backend).toBe('broken')
  expect(calls).toBe(10)
})

it('compares every kernel of the reference backend, and takes one that has no counterpart there', () => {
  const names = Object.keys(reference.kernels)
  expect(checkBackend(reference, { products: 1 }).kernels).toBe(names.length)
  const kernels = { sigmoid: reference.kernels.sigmoid, another: { apply: () => undefined, pullback: () => undefined } }
  expect(checkBackend({ ...reference, kernels }, { products: 1 }).kernels).toBe(1)
})

const inOneOperation: Backend = {
  ...reference,
  name: 'whole',
  addColumn: addBias,
  rowSums(scale, a, out) {
    for (let j = 0; j < a.rows; j++) {
      out.buffer[out.offset + j] = 0
      for (let i = 0; i < a.cols; i++) out.buffer[out.offset + j] += a.buffer[a.offset + j + i * a.stride]
      out.buffer[out.offset + j] *= scale
    }
  },
  convert(from, scale, { buffer, offset, rows, cols }) {
    const bytes = new Uint8Array(buffer.buffer, from, rows * cols)
    const factor = buffer instanceof Float32Array ? Math.fround(scale) : scale
    bytes.forEach((byte, at) => (buffer[offset + at] = byte * factor))
  },
}

it('passes operations that a backend has of its own, sums in the element type included', () => {
  expect(checkBackend(inOneOperation, { products: 1 }).backend).toBe('whole')
})

it('passes a backend that is not exact and rounds a product and its sum together', () => {
  const fused = { ...withAffine(roundedOnce), exact: false, descend: inOneProduct }
  expect(checkBackend(fused, { products: 1 }).backend).toBe('broken')
  expect(() => checkBackend({ ...fused, affine: (w, a, _b, z) => reference.gemm(false, false, 1, w, a, 0, z) })).toThrow(/affine 1 × 1.*within/)
})

function inOneProduct(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
  reference.gemm(false, true, -eta.buffer[eta.offset] * scale, delta, a, 1, w)
}

type Affine = NonNullable<Backend['affine']>
const withAffine = (affine: Affine): Backend => ({ ...reference, name: 'broken', affine })

function addBias(b: Block, { buffer, offset, rows, cols, stride }: Block): void {
  for (let i = 0; i < cols; i++) for (let j = 0; j < rows; j++) buffer[offset + j + i * stride] += b.buffer[b.offset + j]
}

function inParts(w: Block, a: Block, b: Block, z: Block): void {
  reference.gemm(false, false, 1, w, a, 0, z)
  addBias(b, z)
}

/** The sum in float64, rounded when b is in it: another last bit here and there. */
function roundedOnce(w: Block, a: Block, b: Block, z: Block): void {
  const sum = { buffer: new Float64Array(z.rows * z.cols), offset: 0, rows: z.rows, cols: z.cols, stride: z.rows }
  inParts(w, a, b, sum)
  for (let i = 0; i < z.cols; i++) for (let j = 0; j < z.rows; j++) z.buffer[z.offset + j + i * z.stride] = sum.buffer[j + i * z.rows]
}

type Gemm = Backend['gemm']
const withGemm = (gemm: Gemm): Backend => ({ ...reference, name: 'broken', gemm })
const after = (change: (c: Block) => void): Gemm => (...args) => {
  reference.gemm(...args)
  change(args[6])
}

it.each<[string, Backend, RegExp]>([
  ['one transpose forgotten', withGemm((tA, tB, alpha, a, b, beta, c) => threeLoops(tA && a.rows !== a.cols, tB, alpha, a, b, beta, c)), /gemm/],
  ['a last sum left out', withGemm((tA, tB, alpha, a, b, beta, c) => threeLoops(tA, tB, alpha, tA ? { ...a, rows: Math.max(0, a.rows - 1) } : { ...a, cols: Math.max(0, a.cols - 1) }, b, beta, c)), /entry/],
  ['beta taken as 1', withGemm((tA, tB, alpha, a, b, beta, c) => reference.gemm(tA, tB, alpha, a, b, beta === 0 ? 0 : 1, c)), /entry/],
  ['an old NaN read', withGemm((tA, tB, alpha, a, b, beta, c) => reference.gemm(tA, tB, alpha, a, b, beta === 0 ? 1e-300 : beta, c)), /entry/],
  ['a number written behind the end', withGemm(after((c) => (c.buffer[c.offset + c.stride * c.cols] = 0))), /nothing written outside/],
  ['a number written into the padding', withGemm(after((c) => { if (c.stride > c.rows && c.cols > 0) c.buffer[c.offset + c.rows] = 0 })), /nothing written outside/],
  ['memory that is not 0', { ...reference, alloc: (dtype, length) => { const region = reference.alloc(dtype, length); region.buffer.fill(1); return region } }, /7 zeros/],
  ['regions that overlap', overlapping(), /apart/],
  ['a write that does nothing', { ...reference, write: () => undefined }, /read/],
  ['a descent that is not rounded after the gradient', { ...reference, descend: (eta, scale, delta, a, w) => reference.gemm(false, true, -eta.buffer[eta.offset] * scale, delta, a, 1, w) }, /bits of its parts/],
  ['a descent that writes outside', { ...reference, descend: (eta, scale, delta, a, w) => { reference.descend?.(eta, scale, delta, a, w); w.buffer[w.offset - 1] = 0 } }, /nothing written outside/],
  ['an affine that rounds once', withAffine(roundedOnce), /affine 5 × 3, m = 2, float32.*bits of its parts/],
  ['an affine without b', withAffine((w, a, _b, z) => reference.gemm(false, false, 1, w, a, 0, z)), /affine 1 × 1, m = 1, float32.*bits of its parts/],
  ['an affine that adds to what was there', withAffine((w, a, b, z) => { reference.gemm(false, false, 1, w, a, 1, z); addBias(b, z) }), /affine.*bits of its parts/],
  ['an affine that writes outside', withAffine((w, a, b, z) => { inParts(w, a, b, z); z.buffer[z.offset + z.stride * z.cols] = 0 }), /affine.*nothing written outside/],
  ['a step whose product with η is not rounded', { ...reference, descend: keptProduct }, /descend.*bits of its parts/],
  ['a column added to the first column alone', whole({ addColumn: (b, z) => addBias(b, { ...z, cols: 1 }) }), /addColumn 5 × 3/],
  ['a column added as if columns lay side by side', whole({ addColumn: (b, z) => addBias(b, { ...z, stride: z.rows }) }), /addColumn/],
  ['sums without their scale', whole({ rowSums: (_, a, out) => inOneOperation.rowSums?.(1, a, out) }), /rowSums 5 × 3/],
  ['sums that begin with what was there', whole({ rowSums: addingUp }), /rowSums/],
  ['bytes that are not scaled', whole({ convert: (from, _, to) => inOneOperation.convert?.(from, 1, to) }), /convert 1 × 1/],
  ['bytes read from where numbers begin', whole({ convert: (from, scale, to) => inOneOperation.convert?.(from & ~3, scale, to) }), /convert/],
  ['a byte too many', whole({ convert: (from, scale, to) => inOneOperation.convert?.(from, scale, { ...to, cols: to.cols + 1 }) }), /convert.*nothing written outside/],
  ['a kernel that forgets g', kernel({ ...sigmoid, pullback: (shape, z, a, g, delta) => { const ones = { ...g, buffer: g.buffer.slice().fill(1) }; sigmoid.pullback(shape, z, a, ones, delta) } }), /kernel sigmoid, pullback, 1 × 1/],
  ['a derivative by a (1 − a), which saturates', kernel({ ...sigmoid, pullback: byActivation }), /kernel sigmoid, pullback, /],
  ['a kernel that takes NaN for 0', kernel({ ...sigmoid, apply: (shape, z, a) => sigmoid.apply(shape, { ...z, buffer: z.buffer.map((x) => (Number.isNaN(x) ? 0 : x)) }, a) }), /kernel sigmoid, apply.*NaN/],
  ['a kernel that runs over the rows between', kernel({ ...sigmoid, apply: (shape, z, a) => sigmoid.apply({ rows: shape.stride, cols: shape.cols, stride: shape.stride }, z, a) }), /kernel sigmoid, apply.*nothing written outside/],
  ['a kernel that reads g where delta is written', { ...reference, name: 'broken', kernels: { softmax: { ...softmax, pullback: readingDelta } } }, /kernel softmax, pullback with delta = g/],
  ['a softmax whose exponents overflow', { ...reference, name: 'broken', kernels: { softmax: { ...softmax, apply: overflowing } } }, /kernel softmax, apply/],
  ['a read that is a promise', { ...reference, read: async (from, values) => { await Promise.resolve(); await reference.read(from, values) } }, /read/],
])('catches %s', (_, backend, message) => {
  expect(() => checkBackend(backend)).toThrow(expect.objectContaining({ code: 'PluginError', message: expect.stringMatching(message) }))
})

function whole(operations: Partial<Backend>): Backend {
  return { ...inOneOperation, ...operations }
}

function kernel(broken: Kernel): Backend {
  return { ...reference, name: 'broken', kernels: { sigmoid: broken } }
}

function keptProduct(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
  const gradient = { ...w, buffer: w.buffer.slice() }
  reference.gemm(false, true, scale, delta, a, 0, gradient)
  const rate = eta.buffer[eta.offset]
  for (let at = w.offset; at < w.offset + w.rows * w.cols; at++) w.buffer[at] -= rate * gradient.buffer[at]
}

function addingUp(scale: number, a: Block, out: Block): void {
  for (let j = 0; j < a.rows; j++) for (let i = 0; i < a.cols; i++) out.buffer[out.offset + j] += scale * a.buffer[a.offset + j + i * a.stride]
}

function byActivation({ rows, cols, stride }: Shape, _z: Operand, a: Operand, g: Operand, delta: Operand): void {
  for (let i = 0; i < cols * stride; i += stride) {
    for (let j = i; j < i + rows; j++) {
      const value = a.buffer[a.offset + j]
      delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * (value * (1 - value))
    }
  }
}

function readingDelta({ rows, cols, stride }: Shape, _z: Operand, a: Operand, g: Operand, delta: Operand): void {
  for (let i = 0; i < cols * stride; i += stride) {
    for (let j = 0; j < rows; j++) {
      let sum = 0
      for (let k = 0; k < rows; k++) sum += a.buffer[a.offset + i + k] * (g.buffer[g.offset + i + j] - g.buffer[g.offset + i + k])
      delta.buffer[delta.offset + i + j] = a.buffer[a.offset + i + j] * sum
    }
  }
}

function overflowing({ rows, cols, stride }: Shape, z: Operand, a: Operand): void {
  for (let i = 0; i < cols * stride; i += stride) {
    let sum = 0
    for (let j = i; j < i + rows; j++) sum += a.buffer[a.offset + j] = exp(z.buffer[z.offset + j])
    for (let j = i; j < i + rows; j++) a.buffer[a.offset + j] /= sum
  }
}

function overlapping(): Backend {
  const shared = { float32: new Float32Array(7), float64: new Float64Array(7) }
  return { ...reference, alloc: (dtype, length) => ({ buffer: shared[dtype], offset: 0, length, free: () => undefined }) }
}
