import { Matrix, OptionError, type Backend, type Dtype, type Floats, type Region } from '@nablajs/linalg'
import { machineMemory } from './machineMemory.js'

/** The gradient of the cost: the same layout as the parameters. */
export interface Gradient {
  /** The mean of C_x over the minibatch. */
  cost: number
  /** ∂C/∂w^l at l = 2 … L, n_l × n_(l−1). */
  readonly w: readonly Matrix[]
  /** ∂C/∂b^l at l = 2 … L, n_l × 1. */
  readonly b: readonly Matrix[]
  /** All of it: w², b², w³, b³, …, each w column after column. */
  readonly flat: Floats
}

/** What a minibatch of m samples goes through, m columns each: views into the arena, made once for each m. */
export interface Batch {
  readonly m: number
  /** a^l at l = 1 … L, n_l × m; a^1 is the input. */
  readonly a: readonly Matrix[]
  /** z^l at l = 2 … L, n_l × m. */
  readonly z: readonly Matrix[]
  /** δ^l at l = 2 … L, n_l × m. */
  readonly delta: readonly Matrix[]
  /** The desired outputs, n_L × m. */
  readonly y: Matrix
  /** The weights ω of the samples, 1 × m; read only where a step is asked to. */
  readonly omega: Matrix
  /** Room for the bytes of n_1 × m inputs, from where the backend converts them; absent where it does not. */
  readonly staging: Uint8Array | undefined
}

/** The arena of a network. */
export interface Arena {
  readonly region: Region
  readonly parameters: Floats
  readonly w: readonly Matrix[]
  readonly b: readonly Matrix[]
  /** The gradient that the trainer uses; public `backprop` makes its own. */
  readonly gradient: Gradient
  /** The views of a minibatch of m columns. */
  batch(m: number): Batch
}

/**
 * Every part begins at a multiple of so many numbers: 64 bytes of float32, a line of the cache, which no vector that is read
 * then crosses needlessly.
 */
const LINE = 16

/**
 * Everything of one network lies in one region: parameters, gradient, then a, z, δ, y and ω for `maxBatch` columns, and the
 * staging area where the backend converts bytes.
 *
 * Shapes: `sizes[l − 1]` is n_l. Throws `OptionError` where the machine has no room for it.
 */
export function arena(sizes: readonly number[], dtype: Dtype, backend: Backend, maxBatch: number): Arena {
  const count = inLines(parameterCount(sizes))
  const rowsOfBatch = sizes.flatMap((n, i) => (i === 0 ? [n] : [n, n, n])).concat(sizes[sizes.length - 1], 1)
  const stagingLength = backend.convert ? inLines(Math.ceil((sizes[0] * maxBatch) / bytesOf(dtype))) : 0
  const batchLength = rowsOfBatch.reduce((sum, rows) => sum + inLines(rows * maxBatch), 0)
  const region = allocate(backend, dtype, 2 * count + batchLength + stagingLength)
  const at = (offset: number, rows: number, cols: number) =>
    new Matrix(backend, { buffer: region.buffer, offset: region.offset + offset, owner: region.owner ?? region }, rows, cols)

  const parameters = layered(at, sizes, 0)
  const gradient = layered(at, sizes, count)
  const staging = stagingLength > 0 ? bytesAt(at(2 * count + batchLength, stagingLength, 1), sizes[0] * maxBatch) : undefined
  const batches: Batch[] = []

  function batch(m: number): Batch {
    return (batches[m] ??= viewsOf(m))
  }

  function viewsOf(m: number): Batch {
    let offset = 2 * count
    const next = (rows: number) => {
      const matrix = at(offset, rows, m)
      offset += inLines(rows * maxBatch)
      return matrix
    }
    const a: Matrix[] = []
    const z: Matrix[] = []
    const delta: Matrix[] = []
    sizes.forEach((n, i) => {
      a[i + 1] = next(n)
      if (i === 0) return
      z[i + 1] = next(n)
      delta[i + 1] = next(n)
    })
    return { m, a, z, delta, y: next(sizes[sizes.length - 1]), omega: next(1), staging }
  }

  return { region, parameters: parameters.flat, w: parameters.w, b: parameters.b, gradient, batch }
}

function inLines(length: number): number {
  return Math.ceil(length / LINE) * LINE
}

function bytesOf(dtype: Dtype): number {
  return dtype === 'float32' ? Float32Array.BYTES_PER_ELEMENT : Float64Array.BYTES_PER_ELEMENT
}

function bytesAt({ data }: Matrix, length: number): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, length)
}

/**
 * A gradient in memory of its own.
 *
 * Shapes: `sizes[l − 1]` is n_l; the result's w[l]: n_l × n_(l−1), b[l]: n_l × 1.
 */
export function gradientFor({ sizes, dtype, backend }: { sizes: readonly number[]; dtype: Dtype; backend: Backend }): Gradient {
  const region = allocate(backend, dtype, parameterCount(sizes))
  const { buffer, offset, owner = region } = region
  return layered((from, rows, cols) => new Matrix(backend, { buffer, offset: offset + from, owner }, rows, cols), sizes, 0)
}

/**
 * How many weights and biases a network has: Σ n_l (n_(l−1) + 1).
 *
 * Shapes: `sizes[l − 1]` is n_l.
 */
export function parameterCount(sizes: readonly number[]): number {
  return sizes.reduce((sum, n, i) => (i === 0 ? 0 : sum + n * (sizes[i - 1] + 1)), 0)
}

/** Views of w^l and b^l over a flat array that begins at `from`: the one place that knows the layout. */
function layered(at: (from: number, rows: number, cols: number) => Matrix, sizes: readonly number[], from: number): Gradient {
  const w: Matrix[] = []
  const b: Matrix[] = []
  let offset = from
  for (let l = 2; l <= sizes.length; l++) {
    const rows = sizes[l - 1]
    const cols = sizes[l - 2]
    w[l] = at(offset, rows, cols)
    b[l] = at(offset + rows * cols, rows, 1)
    offset += rows * (cols + 1)
  }
  return { cost: 0, w, b, flat: at(from, offset - from, 1).data }
}

/** Smaller regions are asked for without a look at the machine. */
const LARGE = 2 ** 30

function allocate(backend: Backend, dtype: Dtype, length: number): Region {
  const bytes = length * bytesOf(dtype)
  // A system that promises more memory than it has would end the process at the first use of it.
  if (bytes > LARGE && bytes > machineMemory()) throw tooLarge(bytes)
  try {
    return backend.alloc(dtype, length)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooLarge(bytes)
  }
}

function tooLarge(bytes: number): OptionError {
  return new OptionError({
    option: 'sizes',
    where: 'network, sizes',
    expected: 'a network that fits this machine',
    got: `one of ${(bytes / 2 ** 30).toFixed(1)} GiB`,
    fix: 'Make layers smaller, or give a smaller { maxBatch }: parameters count twice, activations three times maxBatch.',
  })
}
