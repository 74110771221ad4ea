import { afterAll, describe, expect, it } from 'vitest'
import { checkBackend } from '@nablajs/linalg/conformance'
import { random, type Block, type Dtype, type Region } from '@nablajs/linalg'
import { wasm, type WasmBackend } from './wasm.js'
import { wasmBytes } from './module.js'

const backends = {
  exact: await wasm(),
  fast: await wasm({ mode: 'fast' }),
  'exact, 2 threads': await wasm({ threads: 2 }),
  'exact, 3 threads': await wasm({ threads: 3 }),
}
afterAll(() => {
  for (const backend of Object.values(backends)) backend.close()
})

const draws = random(5)

function block({ alloc }: WasmBackend, dtype: Dtype, rows: number, cols: number, stride = rows): Block {
  const { buffer, offset } = alloc(dtype, Math.max(1, stride * cols))
  for (let i = 0; i < stride * cols; i++) buffer[offset + i] = draws.normal()
  return { buffer, offset, rows, cols, stride }
}

function valuesOf({ buffer, offset, rows, cols, stride }: Block): number[] {
  return Array.from({ length: rows * cols }, (_, i) => buffer[offset + (i % rows) + Math.floor(i / rows) * stride])
}

/** The sums in the order of k, each product and each sum rounded to the element type. */
function inOrder(round: (x: number) => number, transposeA: boolean, transposeB: boolean, a: Block, b: Block, m: number, n: number, k: number) {
  const at = ({ buffer, offset, stride }: Block, j: number, i: number) => buffer[offset + j + i * stride]
  return Array.from({ length: m * n }, (_, entry) => {
    const [j, i] = [entry % m, Math.floor(entry / m)]
    let sum = 0
    for (let p = 0; p < k; p++) {
      sum = round(sum + round((transposeA ? at(a, p, j) : at(a, j, p)) * (transposeB ? at(b, i, p) : at(b, p, i))))
    }
    return sum
  })
}

describe.each(Object.entries(backends))('%s', (_, backend) => {
  it('keeps the contract of a backend', () => {
    // The kernels are the same in all: exact alone has them checked, below.
    expect(checkBackend({ ...backend, kernels: {} }, { products: 150 }).worstOfBound).toBeLessThan(1)
  })
})

it('keeps the contract of kernels', () => {
  expect(checkBackend(backends.exact, { products: 1 }).kernels).toBe(10)
})

it('has every step that has a rule', () => {
  expect(Object.keys(backends.exact.steps ?? {}).sort()).toEqual(['adaGrad', 'adam', 'descend', 'momentum', 'nesterov', 'rmsProp'])
})

describe('exact mode', () => {
  const { exact } = backends

  it.each(['float32', 'float64'] as const)('gives the bits of sums in order for all m, n, k up to 33 by steps and every transpose, %s', (dtype) => {
    const round = dtype === 'float32' ? Math.fround : (x: number) => x
    const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33]
    for (const m of sizes) {
      for (const n of sizes) {
        const k = sizes[draws.integer(sizes.length)]
        for (const [transposeA, transposeB] of [[false, false], [true, false], [false, true], [true, true]] as const) {
          const a = transposeA ? block(exact, dtype, k, m, k + 1) : block(exact, dtype, m, k, m + 2)
          const b = transposeB ? block(exact, dtype, n, k) : block(exact, dtype, k, n)
          const c = block(exact, dtype, m, n, m + 3)
          exact.gemm(transposeA, transposeB, 1, a, b, 0, c)
          expect(valuesOf(c)).toEqual(inOrder(round, transposeA, transposeB, a, b, m, n, k))
        }
      }
    }
  })

  it('keeps them where a sum is taken in blocks', () => {
    for (const [m, n, k] of [[9, 150, 900], [40, 3, 5000], [3, 1, 2000], [600, 5, 1500]] as const) {
      for (const transposeB of [false, true]) {
        const a = block(exact, 'float32', m, k)
        const b = transposeB ? block(exact, 'float32', n, k) : block(exact, 'float32', k, n)
        const c = block(exact, 'float32', m, n)
        exact.gemm(false, transposeB, 1, a, b, 0, c)
        expect(valuesOf(c)).toEqual(inOrder(Math.fround, false, transposeB, a, b, m, n, k))
      }
    }
  })

  it.each([backends['exact, 2 threads'], backends['exact, 3 threads']])('has the same bits with more threads', (several) => {
    for (const [m, n, k] of [[100, 128, 784], [300, 10, 400], [512, 33, 130], [17, 900, 100]] as const) {
      for (const [transposeA, transposeB] of [[false, false], [true, false], [false, true], [true, true]] as const) {
        const results = [exact, several].map((backend) => {
          const a = block(backend, 'float32', transposeA ? k : m, transposeA ? m : k)
          const b = block(backend, 'float32', transposeB ? n : k, transposeB ? k : n)
          const c = block(backend, 'float32', m, n)
          fill(a, 1)
          fill(b, 2)
          backend.gemm(transposeA, transposeB, 0.7, a, b, 0, c)
          return valuesOf(c)
        })
        expect(results[1]).toEqual(results[0])
      }
    }
  })

  it.each([backends['exact, 2 threads'], backends['exact, 3 threads']])('steps and applies kernels with the same bits too', (several) => {
    for (const dtype of ['float32', 'float64'] as const) {
      const results = [exact, several].map((backend) => {
        const [delta, a, w] = [block(backend, dtype, 100, 60), block(backend, dtype, 300, 60), block(backend, dtype, 100, 300)]
        const [z, g, out, b] = [block(backend, dtype, 100, 128), block(backend, dtype, 100, 128), block(backend, dtype, 100, 128), block(backend, dtype, 100, 1)]
        const x = block(backend, dtype, 300, 128)
        ;[delta, a, w, z, g, b, x].forEach(fill)
        const eta = backend.alloc('float64', 1)
        eta.buffer[eta.offset] = 0.3
        backend.descend?.(eta, 1 / 60, delta, a, w)
        backend.affine?.(w, x, b, z)
        backend.kernels.sigmoid?.apply(z, z, out)
        backend.kernels.tanh?.pullback(z, z, out, g, g)
        const product = block(backend, dtype, 100, 128)
        backend.gemm(false, false, 0.5, w, x, 0, product)
        backend.kernels.softmax?.apply(z, z, z)
        return [w, out, g, z, product].map(valuesOf)
      })
      expect(results[1]).toEqual(results[0])
    }
  })

  it.each([backends['exact, 2 threads'], backends['exact, 3 threads']])('moves flat vectors with the same bits too, from anywhere to anywhere', (several) => {
    for (const dtype of ['float32', 'float64'] as const) {
      for (const name of Object.keys(exact.steps ?? {})) {
        for (const [first, end] of [[0, 9000], [13, 8999]] as const) {
          const results = [exact, several].map((backend) => {
            const [scalars, ...vectors] = [block(backend, 'float64', 8, 1), ...[1, 2, 3, 4].map(() => block(backend, dtype, 9000, 1))]
            ;[scalars, ...vectors].forEach(fill)
            const [w, g, ...state] = vectors
            for (const { buffer, offset } of state) for (let i = 0; i < 9000; i++) buffer[offset + i] = Math.abs(buffer[offset + i])
            backend.steps?.[name]?.(first, end, scalars, w, g, state)
            return vectors.flatMap(valuesOf)
          })
          expect(results[1].findIndex((x, i) => !Object.is(x, results[0][i]))).toBe(-1)
        }
      }
    }
  })

  it('takes a step over more columns than one pass has, with the bits of the parts', () => {
    const m = 4100
    const [delta, a, w] = [block(exact, 'float32', 3, m), block(exact, 'float32', 2, m), block(exact, 'float32', 3, 2)]
    const eta = exact.alloc('float64', 1)
    eta.buffer[eta.offset] = 0.1
    const sums = inOrder(Math.fround, false, true, delta, a, 3, 2, m)
    const rate = Math.fround(0.1)
    const scale = Math.fround(1 / m)
    const expected = valuesOf(w).map((x, i) => Math.fround(x - Math.fround(rate * Math.fround(scale * (sums[i] ?? 0)))))
    exact.descend?.(eta, 1 / m, delta, a, w)
    expect(valuesOf(w)).toEqual(expected)
  })
})

it('works on matrices that lie in different memories', async () => {
  const backend = await wasm()
  const [a, b, bias] = [block(backend, 'float32', 4, 5), block(backend, 'float32', 5, 3), block(backend, 'float32', 4, 1)]
  const [near, w] = [block(backend, 'float32', 4, 3), block(backend, 'float32', 4, 5)]
  // All that is left of the first memory is taken.
  const held: Region[] = []
  for (let length = 2 ** 25; length >= 16; length /= 2) {
    do held.push(backend.alloc('float32', length))
    while (held[held.length - 1].buffer === a.buffer)
  }
  const [far, g] = [block(backend, 'float32', 4, 3, 6), block(backend, 'float32', 4, 3, 6)]
  expect(far.buffer === a.buffer).toBe(false)

  const expected = inOrder(Math.fround, false, false, a, b, 4, 3, 5)
  backend.gemm(false, false, 1, a, b, 0, far)
  expect(valuesOf(far)).toEqual(expected)
  backend.affine?.(a, b, bias, far)
  const sums = expected.map((x, i) => Math.fround(x + valuesOf(bias)[i % 4]))
  expect(valuesOf(far)).toEqual(sums)
  const slopes = valuesOf(g).map((x, i) => (sums[i] > 0 ? x : 0 * x))
  const column = { rows: 4, cols: 1, stride: 4 }
  backend.kernels.relu?.pullback(column, far, far, g, near)
  expect(valuesOf({ ...near, cols: 1 }).map(Math.abs)).toEqual(slopes.slice(0, 4).map(Math.abs))
  backend.kernels.relu?.apply(column, far, near)
  expect(valuesOf({ ...near, cols: 1 })).toEqual(sums.slice(0, 4).map((x) => Math.max(0, x)))
  backend.addColumn?.(bias, far)
  backend.rowSums?.(1, far, bias)
  const columns = valuesOf(far)
  expect(valuesOf(bias)).toEqual([0, 1, 2, 3].map((j) => Math.fround(Math.fround(columns[j] + columns[j + 4]) + columns[j + 8])))

  const eta = backend.alloc('float64', 1)
  eta.buffer[eta.offset] = 1
  const before = valuesOf(w)
  const step = inOrder(Math.fround, false, true, far, b, 4, 5, 3)
  backend.descend?.(eta, 1, far, b, w)
  expect(valuesOf(w)).toEqual(before.map((x, i) => Math.fround(x - step[i])))
})

it('runs a recorded step as often as it is told', () => {
  let times = 0
  backends.exact.record(() => times++).run(3)
  expect(times).toBe(3)
})

it('takes a smaller memory where the machine gives no larger one', async () => {
  const { Memory } = WebAssembly
  const asked: number[] = []
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      asked.push(descriptor.initial)
      if (descriptor.initial > 1024) throw new RangeError('could not allocate memory')
      super(descriptor)
    }
  }
  try {
    const backend = await wasm()
    const { buffer, offset } = backend.alloc('float32', 1000)
    expect(asked).toEqual([4096, 2048, 1024])
    expect(buffer.slice(offset, offset + 1000)).toEqual(new Float32Array(1000))
    expect(() => backend.alloc('float32', 2 ** 25)).toThrow(RangeError)
  } finally {
    WebAssembly.Memory = Memory
  }
})

it('says what is missing where there is no SIMD', async () => {
  const { validate } = WebAssembly
  WebAssembly.validate = () => false
  try {
    await expect(wasm()).rejects.toMatchObject({ code: 'BackendError', where: 'wasm' })
  } finally {
    WebAssembly.validate = validate
  }
})

it('runs modules that the caller compiled', async () => {
  const { products, columnwise } = await wasmBytes('exact')
  const backend = await wasm({ modules: { products: await WebAssembly.compile(products), columnwise: await WebAssembly.compile(columnwise) } })
  expect(checkBackend({ ...backend, kernels: {} }, { products: 5 }).worstOfBound).toBeLessThan(1)
})

it('says what a mode or a number of threads may be', async () => {
  // @ts-expect-error: a mode that there is not
  await expect(wasm({ mode: 'turbo' })).rejects.toMatchObject({ code: 'OptionError', option: 'mode' })
  for (const threads of [0, 1.5, 65, NaN]) await expect(wasm({ threads })).rejects.toMatchObject({ code: 'OptionError', option: 'threads' })
})

it('has one thread where there is no shared memory', async () => {
  const { SharedArrayBuffer: shared } = globalThis
  Reflect.deleteProperty(globalThis, 'SharedArrayBuffer')
  try {
    expect((await wasm({ threads: 2 })).threads).toBe(1)
  } finally {
    globalThis.SharedArrayBuffer = shared
  }
})

it('says so when its workers have ended', async () => {
  const backend = await wasm({ threads: 2 })
  const [a, b, c] = [block(backend, 'float32', 128, 128), block(backend, 'float32', 128, 128), block(backend, 'float32', 128, 128)]
  backend.gemm(false, false, 1, a, b, 0, c)
  backend.close()
  expect(() => backend.gemm(false, false, 1, a, b, 0, c)).toThrow(/every worker/)
})

it('refuses to convert into numbers that are not in its memory', () => {
  const floats = { buffer: new Float32Array(4), offset: 0, rows: 2, cols: 2, stride: 2 }
  expect(() => backends.exact.convert?.(0, 1, floats)).toThrow(/memory of this backend/)
})

it('throws RangeError for memory that no machine has', () => {
  expect(() => backends.exact.alloc('float64', 2 ** 30)).toThrow(RangeError)
})

function fill({ buffer, offset, stride, cols }: Block, seed: number): void {
  const numbers = random(seed + 1)
  for (let i = 0; i < stride * cols; i++) buffer[offset + i] = numbers.normal()
}
