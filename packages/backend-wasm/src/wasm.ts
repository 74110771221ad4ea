import { OptionError, type Backend, type Block, type Floats, type Operand, type Recording } from '@nablajs/linalg'
import { elementwise } from './elementwise.js'
import { memories, type Memories } from './memories.js'
import { compileKernels, type Modules, type WasmMode } from './module.js'
import { together } from './together.js'

export type { WasmMode } from './module.js'

/** How the backend is loaded. */
export interface WasmOptions {
  /** `exact`, the default: the same bits in every engine. `fast`: fused multiply-add where the engine has it. */
  mode?: WasmMode
  /** The modules of that mode, compiled by the caller; unless given they are compiled from the bytes inside this package. */
  modules?: Modules
}

/** The longest sum of a step in one pass: the most columns of its minibatch. */
const LONGEST_SUM = 4096

/**
 * The backend in WebAssembly SIMD. In exact mode each product and each sum is rounded to the element type, in the order of the sum,
 * so that every engine gives the same bits.
 *
 * Shapes: those of the `Backend` contract. Rejects with `OptionError` for a mode that there is not, and with `NablaError`, code
 * `BackendError`, where the engine has no SIMD.
 *
 * @example
 * const net = network([784, 30, 10], { activation: sigmoid, backend: await wasm() })
 */
export async function wasm({ mode = 'exact', modules }: WasmOptions = {}): Promise<Backend> {
  requireMode(mode)
  const kernels = modules ? { ...modules, exact: mode === 'exact' } : await compileKernels(mode, false)
  const memory = memories(kernels, 1)
  return {
    name: mode === 'exact' ? 'wasm' : 'wasm-fast',
    exact: kernels.exact,
    alloc: memory.alloc,
    ...products(memory),
    ...columnwise(memory),
    kernels: elementwise(kernels.columnwise, memory),
    write,
    read,
    record,
  }
}

type Products = Required<Pick<Backend, 'gemm' | 'affine' | 'descend'>>

function products({ alloc, of }: Memories): Products {
  function gemm(transposeA: boolean, transposeB: boolean, alpha: number, a: Block, b: Block, beta: number, c: Block): void {
    if (a.buffer !== c.buffer || b.buffer !== c.buffer) {
      together(alloc, [a, b, c], ([a, b, c]) => gemm(transposeA, transposeB, alpha, a, b, beta, c))
      return
    }
    const { operations, scratch } = of(c.buffer)
    const { rows: m, cols: n, stride: ldc } = c
    const k = transposeA ? a.rows : a.cols
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

  function affine(w: Block, a: Block, b: Block, z: Block): void {
    if (w.buffer !== z.buffer || a.buffer !== z.buffer || b.buffer !== z.buffer) {
      together(alloc, [w, a, b, z], ([w, a, b, z]) => affine(w, a, b, z))
      return
    }
    const { operations, scratch } = of(z.buffer)
    const { rows: n, cols: m, stride: ldz } = z
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
      together(alloc, [delta, a, w], ([delta, a, w]) => descend(eta, scale, delta, a, w))
      return
    }
    if (delta.cols > LONGEST_SUM) {
      descendByParts(eta, scale, delta, a, w)
      return
    }
    const { operations, scratch } = of(w.buffer)
    const { rows: n, cols: k, stride: ldw } = w
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
      together(alloc, [a, out], ([a, out]) => rowSums(scale, a, out))
      return
    }
    const { operations } = of(out.buffer)
    const { rows: n, cols: m, stride: lda } = a
    if (out.buffer.BYTES_PER_ELEMENT === 4) operations.rowSums_f32(n, m, scale, a.offset << 2, lda, out.offset << 2)
    else operations.rowSums_f64(n, m, scale, a.offset << 3, lda, out.offset << 3)
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
