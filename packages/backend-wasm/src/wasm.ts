import { OptionError, type Backend, type Block, type Floats, type Operand, type Recording } from '@nablajs/linalg'
import { elementwise } from './elementwise.js'
import { memories, type Memories } from './memories.js'
import { createMemory } from './memory.js'
import { compileKernels, type Kernels, type Modules, type WasmMode } from './module.js'
import { elementwiseNames } from './operations.js'
import { threaded, WORTH_PRODUCTS, type SharedOut } from './threaded.js'
import { together } from './together.js'
import { SHARES_A_THREAD } from './workerProgram.js'
import { startWorkers, type Workers } from './workers.js'

/** How the backend is loaded. */
export interface WasmOptions {
  /** `exact`, the default: the same bits in every engine. `fast`: fused multiply-add where the engine has it. */
  mode?: WasmMode
  /** Threads that share the work of large operations; 1 unless said. The bits are those of one. */
  threads?: number
  /** The modules of that mode, compiled by the caller; unless given they are compiled from the bytes inside this package. */
  modules?: Modules
}

/** The backend, with what it runs on. */
export interface WasmBackend extends Backend {
  /** How many threads there are: 1 where shared memory or workers are missing, as in a page that is not cross-origin isolated. */
  readonly threads: number
  /** Ends the workers; they end with the process too, and when nothing holds the backend any more. Nothing may be computed after it. */
  close(): void
}

/** The longest sum of a step in one pass: the most columns of its minibatch. */
const LONGEST_SUM = 4096

/**
 * The backend in WebAssembly SIMD. In exact mode each product and each sum is rounded to the element type, in the order of the sum,
 * so that every engine gives the same bits.
 *
 * Shapes: those of the `Backend` contract. Rejects with `OptionError` for a mode or a number of threads that cannot be, and with
 * `NablaError`, code `BackendError`, where the engine has no SIMD.
 *
 * @example
 * const net = network([784, 30, 10], { activation: sigmoid, backend: await wasm() })
 */
export async function wasm({ mode = 'exact', threads = 1, modules }: WasmOptions = {}): Promise<WasmBackend> {
  requireMode(mode)
  requireThreads(threads)
  const several = threads > 1 && !modules && typeof SharedArrayBuffer === 'function' ? await loadThreads(mode, threads) : undefined
  if (several) return several
  const kernels = modules ? { ...modules, exact: mode === 'exact' } : await compileKernels(mode, false)
  return backendOn(mode, kernels, memories(kernels, 1), undefined)
}

/** Workers of backends that nothing holds any more. */
const unheld = /* @__PURE__ */ new FinalizationRegistry<Workers>((workers) => workers.end())

/** Undefined where there can be no workers. */
async function loadThreads(mode: WasmMode, threads: number): Promise<WasmBackend | undefined> {
  const kernels = await compileKernels(mode, true)
  const memory = createMemory(kernels, 0, threads * SHARES_A_THREAD)
  const workers = memory && (await startWorkers(kernels, memory, threads))
  if (!workers) return undefined
  const backend = backendOn(mode, kernels, memories(kernels, threads * SHARES_A_THREAD, threaded(memory, workers)), workers)
  unheld.register(backend, workers)
  return backend
}

function backendOn(mode: WasmMode, kernels: Kernels, memory: Memories, workers: Workers | undefined): WasmBackend {
  return {
    name: mode === 'exact' ? 'wasm' : 'wasm-fast',
    exact: kernels.exact,
    threads: workers?.threads ?? 1,
    alloc: memory.alloc,
    ...products(memory),
    ...columnwise(memory),
    kernels: elementwise(elementwiseNames(kernels.columnwise), memory),
    write,
    read,
    record,
    close: () => workers?.end(),
  }
}

type Products = Required<Pick<Backend, 'gemm' | 'affine' | 'descend'>>

function products({ alloc, of }: Memories): Products {
  function gemm(transposeA: boolean, transposeB: boolean, alpha: number, a: Block, b: Block, beta: number, c: Block): void {
    if (a.buffer !== c.buffer || b.buffer !== c.buffer) {
      gemmTogether(transposeA, transposeB, alpha, a, b, beta, c)
      return
    }
    const { operations, scratch, sharedOut } = of(c.buffer)
    const { rows: m, cols: n, stride: ldc } = c
    const k = transposeA ? a.rows : a.cols
    if (sharedOut && m * n * k >= WORTH_PRODUCTS) {
      sharedOut.scalars[0] = alpha
      sharedOut.scalars[1] = beta
      shareOut(sharedOut, transposeA, transposeB, a, b, undefined, c, k)
      return
    }
    if (c.buffer.BYTES_PER_ELEMENT === 4) {
      operations.gemm_f32(
        transposeA, transposeB, m, n, k, alpha, a.offset << 2, a.stride, b.offset << 2, b.stride, beta, 0, c.offset << 2, ldc, scratch,
      )
    } else {
      operations.gemm_f64(
        transposeA, transposeB, m, n, k, alpha, a.offset << 3, a.stride, b.offset << 3, b.stride, beta, 0, c.offset << 3, ldc, scratch,
      )
    }
  }

  // Functions that are rarely called stand by themselves: one that catches numbers would have every call of the outer one put them
  // on the heap.
  function gemmTogether(transposeA: boolean, transposeB: boolean, alpha: number, a: Block, b: Block, beta: number, c: Block): void {
    together(alloc, [a, b, c], ([a, b, c]) => gemm(transposeA, transposeB, alpha, a, b, beta, c))
  }

  function affine(w: Block, a: Block, b: Block, z: Block): void {
    if (w.buffer !== z.buffer || a.buffer !== z.buffer || b.buffer !== z.buffer) {
      together(alloc, [w, a, b, z], ([w, a, b, z]) => affine(w, a, b, z))
      return
    }
    const { operations, scratch, sharedOut } = of(z.buffer)
    const { rows: n, cols: m, stride: ldz } = z
    if (sharedOut && n * w.cols * m >= WORTH_PRODUCTS) {
      sharedOut.scalars[0] = 1
      sharedOut.scalars[1] = 0
      shareOut(sharedOut, false, false, w, a, b, z, w.cols)
      return
    }
    if (z.buffer.BYTES_PER_ELEMENT === 4) {
      operations.gemm_f32(
        false, false, n, m, w.cols, 1, w.offset << 2, w.stride, a.offset << 2, a.stride, 0, b.offset << 2, z.offset << 2, ldz, scratch,
      )
    } else {
      operations.gemm_f64(
        false, false, n, m, w.cols, 1, w.offset << 3, w.stride, a.offset << 3, a.stride, 0, b.offset << 3, z.offset << 3, ldz, scratch,
      )
    }
  }

  function descend(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
    if (delta.buffer !== w.buffer || a.buffer !== w.buffer) {
      descendTogether(eta, scale, delta, a, w)
      return
    }
    if (delta.cols > LONGEST_SUM) {
      descendByParts(eta, scale, delta, a, w)
      return
    }
    const { operations, scratch, sharedOut } = of(w.buffer)
    const { rows: n, cols: k, stride: ldw } = w
    if (sharedOut && n * k * delta.cols >= WORTH_PRODUCTS) {
      sharedOut.scalars[0] = eta.buffer[eta.offset]
      sharedOut.scalars[1] = scale
      const { offset: d, stride: ldd, cols: m } = delta
      if (w.buffer.BYTES_PER_ELEMENT === 4) sharedOut.descend_f32(n, k, m, d << 2, ldd, a.offset << 2, a.stride, w.offset << 2, ldw)
      else sharedOut.descend_f64(n, k, m, d << 3, ldd, a.offset << 3, a.stride, w.offset << 3, ldw)
      return
    }
    if (w.buffer.BYTES_PER_ELEMENT === 4) {
      operations.descend_f32(
        n, k, delta.cols, eta.buffer[eta.offset], scale, delta.offset << 2, delta.stride, a.offset << 2, a.stride, w.offset << 2, ldw, scratch,
      )
    } else {
      operations.descend_f64(
        n, k, delta.cols, eta.buffer[eta.offset], scale, delta.offset << 3, delta.stride, a.offset << 3, a.stride, w.offset << 3, ldw, scratch,
      )
    }
  }

  function descendTogether(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
    together(alloc, [delta, a, w], ([delta, a, w]) => descend(eta, scale, delta, a, w))
  }

  /** The gradient in memory of its own, then a step along its columns: as many sums as there are numbers, of one product each. */
  function descendByParts(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
    const { rows, cols } = w
    const dtype = w.buffer.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64'
    const gradient = alloc(dtype, rows * cols + 1)
    const one = gradient.buffer.subarray(gradient.offset + rows * cols)
    one[0] = 1
    gemm(false, true, scale, delta, a, 0, { ...gradient, rows, cols, stride: rows })
    for (let i = 0; i < cols; i++) {
      const column = { buffer: gradient.buffer, offset: gradient.offset + i * rows, rows, cols: 1, stride: rows }
      const unit = { buffer: gradient.buffer, offset: gradient.offset + rows * cols, rows: 1, cols: 1, stride: 1 }
      descend(eta, 1, column, unit, { buffer: w.buffer, offset: w.offset + i * w.stride, rows, cols: 1, stride: rows })
    }
    gradient.free()
  }

  return { gemm, affine, descend }
}

/** A product, or z = w a + b, shared out; alpha and beta stand in the cells. */
function shareOut(
  { gemm_f32, gemm_f64 }: SharedOut,
  transposeA: boolean,
  transposeB: boolean,
  a: Block,
  b: Block,
  bias: Block | undefined,
  c: Block,
  k: number,
): void {
  const { rows: m, cols: n, stride: ldc } = c
  const lda = a.stride
  const ldb = b.stride
  if (c.buffer.BYTES_PER_ELEMENT === 4) {
    gemm_f32(transposeA, transposeB, m, n, k, a.offset << 2, lda, b.offset << 2, ldb, bias ? bias.offset << 2 : 0, c.offset << 2, ldc)
  } else {
    gemm_f64(transposeA, transposeB, m, n, k, a.offset << 3, lda, b.offset << 3, ldb, bias ? bias.offset << 3 : 0, c.offset << 3, ldc)
  }
}

type Columnwise = Required<Pick<Backend, 'addColumn' | 'rowSums' | 'convert'>>

function columnwise({ alloc, of }: Memories): Columnwise {
  function addColumn(b: Block, z: Block): void {
    if (b.buffer !== z.buffer) {
      together(alloc, [b, z], ([b, z]) => addColumn(b, z))
      return
    }
    const { operations } = of(z.buffer)
    const { rows: n, cols: m, stride: ldz } = z
    if (z.buffer.BYTES_PER_ELEMENT === 4) operations.addColumn_f32(n, m, b.offset << 2, z.offset << 2, ldz)
    else operations.addColumn_f64(n, m, b.offset << 3, z.offset << 3, ldz)
  }

  function rowSums(scale: number, a: Block, out: Block): void {
    if (a.buffer !== out.buffer) {
      rowSumsTogether(scale, a, out)
      return
    }
    const { operations } = of(out.buffer)
    const { rows: n, cols: m, stride: lda } = a
    if (out.buffer.BYTES_PER_ELEMENT === 4) operations.rowSums_f32(n, m, scale, a.offset << 2, lda, out.offset << 2)
    else operations.rowSums_f64(n, m, scale, a.offset << 3, lda, out.offset << 3)
  }

  function rowSumsTogether(scale: number, a: Block, out: Block): void {
    together(alloc, [a, out], ([a, out]) => rowSums(scale, a, out))
  }

  function convert(from: number, scale: number, { buffer, offset, rows, cols }: Block): void {
    const { operations } = of(buffer)
    if (buffer.BYTES_PER_ELEMENT === 4) operations.convert_f32(rows * cols, scale, from, offset << 2)
    else operations.convert_f64(rows * cols, scale, from, offset << 3)
  }

  return { addColumn, rowSums, convert }
}

function write({ buffer, offset }: Operand, values: Floats): void {
  buffer.set(values, offset)
}

function read({ buffer, offset }: Operand, values: Floats): void {
  values.set(buffer.subarray(offset, offset + values.length))
}

function record(step: () => void): Recording {
  return {
    run(times: number): void {
      for (let i = 0; i < times; i++) step()
    },
  }
}

function requireMode(mode: unknown): void {
  if (mode === 'exact' || mode === 'fast') return
  throw new OptionError({
    option: 'mode',
    where: 'wasm, mode',
    expected: "'exact' or 'fast'",
    got: String(mode),
    fix: "Leave it out for 'exact': the same bits everywhere.",
  })
}

/** More threads than any machine has are a mistake. */
const MOST_THREADS = 64

function requireThreads(threads: unknown): void {
  if (typeof threads === 'number' && Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return
  throw new OptionError({
    option: 'threads',
    where: 'wasm, threads',
    expected: `a whole number from 1 to ${MOST_THREADS}`,
    got: String(threads),
    fix: 'Give the number of cores that it may use, or leave it out for 1.',
  })
}
