import { random, reference, type Backend, type Block, type Dtype } from '@nablajs/linalg'
import { checkBackend } from '@nablajs/linalg/conformance'
import { wasm } from '@nablajs/backend-wasm'
import { expect, it } from 'vitest'
import { compile } from '../fixtures/compile.js'
import { itCompiled, itWithBlas } from '../fixtures/needs.js'
import { Addresses } from './addresses.js'
import { findLibrary } from './findLibrary.js'
import { loadKoffi } from './loadKoffi.js'
import { overLibrary } from './overLibrary.js'
import { productOf, type Product } from './product.js'
import { findRoutines } from './symbols.js'

const koffi = await loadKoffi()
const base = await wasm({ mode: 'fast' })
const draws = random(1)

/** Every product that is not empty goes to the library. */
function backendOn(path: string | undefined): Backend {
  const { platform, arch, env } = process
  const addresses = new Addresses(koffi)
  const product = productOf(findRoutines(findLibrary(koffi, { path, platform, arch, environment: env })), addresses)
  return overLibrary({ base, product, addresses, smallest: { matrix: 1, column: 1 } })
}

/** One whose library must not be called, and which sends there what has 8 multiplications or more. */
function guarded(): Backend {
  const addresses = new Addresses(koffi)
  const product: Product = { factors: new Float64Array(2), run: () => expect.unreachable('the library was called') }
  return overLibrary({ base, product, addresses, smallest: { matrix: 8, column: 8 } })
}

function block(backend: Backend, rows: number, cols: number, dtype: Dtype = 'float64', stride = rows): Block {
  const { buffer, offset } = backend.alloc(dtype, stride * cols)
  for (let at = offset; at < offset + stride * cols; at++) buffer[at] = draws.normal()
  return { buffer, offset, rows, cols, stride }
}

const numbersOf = ({ buffer, offset, cols, stride }: Block) => Float64Array.from(buffer.subarray(offset, offset + cols * stride))

// The kernels are those of the WebAssembly backend, which is held to them where it is.
itWithBlas('keeps the contract of backends with the BLAS of this machine', () => {
  const report = checkBackend({ ...backendOn(undefined), kernels: {} })
  expect(report.worstOfBound).toBeLessThan(1)
})

itCompiled('keeps the contract of backends with a library of a few lines', () => {
  expect(checkBackend({ ...backendOn(compile('plain')), kernels: {} }).products).toBe(600)
})

itWithBlas.each(['float32', 'float64'] as const)('carries NaN and infinity as the reference does, %s', (dtype) => {
  const backend = backendOn(undefined)
  for (const [m, n, k] of [[1, 1, 1], [3, 5, 2], [30, 10, 40], [70, 66, 130]] as const) {
    for (const odd of [NaN, Infinity, -Infinity]) {
      const [a, b, c] = [block(backend, m, k, dtype), block(backend, k, n, dtype), block(backend, m, n, dtype)]
      a.buffer[a.offset + draws.integer(m * k)] = odd
      const expected = { ...c, buffer: Float64Array.from(c.buffer.subarray(c.offset, c.offset + m * n)), offset: 0 }
      reference.gemm(false, false, 1, a, b, 1, expected)
      backend.gemm(false, false, 1, a, b, 1, c)
      const kinds = (numbers: Float64Array) => Array.from(numbers, (x) => (Number.isFinite(x) ? 'finite' : String(x)))
      expect(kinds(numbersOf(c))).toEqual(kinds(expected.buffer))
    }
  }
})

itWithBlas('adds the bias after the product, and steps by the product alone, within rounding of the two parts', () => {
  const backend = backendOn(undefined)
  const [w, a, b, z, delta, eta] = [
    block(backend, 30, 100), block(backend, 100, 10), block(backend, 30, 1), block(backend, 30, 10), block(backend, 30, 10), block(backend, 1, 1),
  ]
  eta.buffer[eta.offset] = 0.3
  const product = reference.alloc('float64', 300)
  reference.gemm(false, false, 1, w, a, 0, { ...product, rows: 30, cols: 10, stride: 30 })
  backend.affine?.(w, a, b, z)
  numbersOf(z).forEach((x, at) => expect(x).toBeCloseTo((product.buffer[at] ?? NaN) + (b.buffer[b.offset + (at % 30)] ?? NaN), 12))

  const stepped = { ...w, buffer: numbersOf(w), offset: 0 }
  reference.gemm(false, true, -0.3 * 0.1, delta, a, 1, stepped)
  backend.descend?.(eta, 0.1, delta, a, w)
  numbersOf(w).forEach((x, at) => expect(x).toBeCloseTo(stepped.buffer[at] ?? NaN, 12))
})

it('leaves small and empty products to the backend whose memory it uses', () => {
  const backend = guarded()
  const [a, b, c] = [block(backend, 1, 7), block(backend, 7, 1), block(backend, 1, 1)]
  const sum = numbersOf(a).reduce((total, x, at) => total + x * (numbersOf(b)[at] ?? NaN), 0)
  backend.gemm(false, false, 1, a, b, 0, c)
  expect(numbersOf(c)[0]).toBeCloseTo(sum, 14)

  const z = block(backend, 3, 2)
  backend.gemm(false, false, 1, block(backend, 3, 0), block(backend, 0, 2), 0, z)
  expect(Array.from(numbersOf(z))).toEqual([0, 0, 0, 0, 0, 0])
  backend.affine?.(block(backend, 3, 0), block(backend, 0, 2), { ...z, cols: 1 }, block(backend, 3, 2))

  const [w, eta] = [block(backend, 1, 1), block(backend, 1, 1)]
  w.buffer[w.offset] = 1
  eta.buffer[eta.offset] = 0.5
  backend.descend?.(eta, 1, c, c, w)
  expect(numbersOf(w)[0]).toBe(1 - 0.5 * (numbersOf(c)[0] ?? NaN) ** 2)
})

it('is named blas, promises no bits, and has the kernels and memory of the other', () => {
  const backend = guarded()
  expect([backend.name, backend.exact]).toEqual(['blas', false])
  expect(backend.kernels).toBe(base.kernels)
  const bare: Backend = { ...reference, name: 'bare' }
  delete bare.affine
  delete bare.descend
  delete bare.addColumn
  const product: Product = { factors: new Float64Array(2), run: () => undefined }
  const over = overLibrary({ base: bare, product, addresses: new Addresses(koffi), smallest: { matrix: 8, column: 8 } })
  expect(over.affine).toBeUndefined()
})
