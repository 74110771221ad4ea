import { random, type Backend, type Block, type Dtype } from '@nablajs/linalg'
import type { Hashes } from './hashes.js'
import { sha256 } from './sha256.js'

/** m, n, k: a tile and its edges, a vector, sums long enough to be cut into panels, and what threads share by rows and by columns. */
const PRODUCTS = [[1, 1, 1], [30, 10, 784], [33, 9, 65], [5, 128, 17], [501, 10, 301], [100, 65, 301]] as const

/** Two hashes of matrix products, one a type: all transposes, with and without what lay in C before. */
export async function productHashes(backend: Backend): Promise<Hashes> {
  const hashes: Hashes = {}
  for (const dtype of ['float32', 'float64'] as const) {
    const draws = random(1)
    const results: number[] = []
    for (const [m, n, k] of PRODUCTS) {
      for (const [transposeA, transposeB] of [[false, false], [false, true], [true, false], [true, true]] as const) {
        const number = () => draws.normal()
        const a = transposeA ? block(backend, dtype, k, m, number) : block(backend, dtype, m, k, number)
        const b = transposeB ? block(backend, dtype, n, k, number) : block(backend, dtype, k, n, number)
        const c = block(backend, dtype, m, n, number)
        backend.gemm(transposeA, transposeB, 1, a, b, 0, c)
        backend.gemm(transposeA, transposeB, 0.7, a, b, 1, c)
        const read = dtype === 'float32' ? new Float32Array(m * n) : new Float64Array(m * n)
        await backend.read(c, read)
        for (const x of read) results.push(x)
        for (const { free } of [a, b, c]) free()
      }
    }
    hashes[`products ${dtype}`] = await sha256(`products ${dtype}`, dtype === 'float32' ? Float32Array.from(results) : Float64Array.from(results))
  }
  return hashes
}

function block(backend: Backend, dtype: Dtype, rows: number, cols: number, number: () => number): Block & { free: () => void } {
  const region = backend.alloc(dtype, rows * cols)
  const numbers = Array.from({ length: rows * cols }, number)
  backend.write(region, dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers))
  return { buffer: region.buffer, offset: region.offset, rows, cols, stride: rows, free: () => region.free() }
}
