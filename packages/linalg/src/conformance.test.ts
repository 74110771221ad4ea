import { expect, it } from 'vitest'
import type { Backend, Block } from './backend.js'
import { checkBackend } from './conformance.js'
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
  expect(calls).toBe(8)
})

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
  ['a read that is a promise', { ...reference, read: async (from, values) => { await Promise.resolve(); await reference.read(from, values) } }, /read/],
])('catches %s', (_, backend, message) => {
  expect(() => checkBackend(backend)).toThrow(expect.objectContaining({ code: 'PluginError', message: expect.stringMatching(message) }))
})

function overlapping(): Backend {
  const shared = { float32: new Float32Array(7), float64: new Float64Array(7) }
  return { ...reference, alloc: (dtype, length) => ({ buffer: shared[dtype], offset: 0, length, free: () => undefined }) }
}
