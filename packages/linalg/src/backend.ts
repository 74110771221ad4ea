/**
 * A backend is memory and kernels. It gives regions of memory, multiplies matrices in them, and runs elementwise
 * functions by name. It never receives a network, a layer or a plugin: whatever it does can be said with matrices. One
 * that lacks a kernel is still complete, because linalg then runs the plugin's own code.
 */

/** The element types. */
export type Dtype = 'float32' | 'float64'

/** A typed array of one of the element types. */
export type Floats = Float32Array | Float64Array

/** Numbers in a backend's memory: the memory as one typed array, and the index of the first number in it. */
export interface Operand {
  readonly buffer: Floats
  readonly offset: number
  /**
   * What keeps the memory alive: the region that it lies in, or the buffer itself where a view of that is enough. Without one the
   * operand itself is.
   */
  readonly owner?: object
}

/** How an operand is read as a matrix: entry (j, i) lies `j + i · stride` after its first number. */
export interface Shape {
  readonly rows: number
  readonly cols: number
  /** The distance of two columns. More than `rows` where the operand is a run of rows of a taller matrix. */
  readonly stride: number
}

/** An operand with its shape. Every `Matrix` is one. */
export interface Block extends Operand, Shape {}

/**
 * Memory given by a backend. Whoever holds the region holds the memory: a backend may take back what no one holds, by a
 * finalizer on the region. Every `Matrix` on a region, and every typed array that such a matrix hands out, keeps it alive; a
 * `subarray` of such an array does not.
 */
export interface Region extends Operand {
  readonly length: number
  /** Gives the memory back. Safe to call twice; nothing of the region may be used afterwards. */
  free(): void
}

/** An elementwise function and its derivative, run natively. One shape holds for every operand of a call. */
export interface Kernel {
  /** a = f(z). z: rows × cols; a: the same, overwritten, may be z. */
  apply(shape: Shape, z: Operand, a: Operand): void
  /** delta = g ⊙ f′(z), or (f′)ᵀ g by column where f mixes rows. All rows × cols; delta is overwritten and may be g. */
  pullback(shape: Shape, z: Operand, a: Operand, g: Operand, delta: Operand): void
}

/**
 * A step over flat vectors, number by number: w and its state move along g, by a rule that the step's name stands for
 * (`conformance/stepRules.ts`). Each operation is rounded to the element type, and so is each scalar, first.
 *
 * Numbers first … end − 1 of every vector are read and updated, g is only read. scalars: `STEP_SCALARS` cells of float64, of which
 * the rule reads as many as it has. w, g and the state lie in one array, apart from each other.
 */
export type FlatStep = (first: number, end: number, scalars: Operand, w: Operand, g: Operand, state: readonly Operand[]) => void

/** Cells of scalars that every `FlatStep` is given. */
export const STEP_SCALARS = 8

/** A sequence of operations that can be run many times. */
export interface Recording {
  run(times: number): void
}

/** See the head of this file. Kernels return no number: results that are numbers are cells of memory. */
export interface Backend {
  readonly name: string
  /** Whether the same inputs give the same bits in every engine and on every machine. */
  readonly exact: boolean
  /** Memory for `length` numbers, all 0. */
  alloc(dtype: Dtype, length: number): Region
  /**
   * C = alpha · op(A) op(B) + beta · C, where op transposes or not.
   *
   * op(A): m × k, op(B): k × n, C: m × n, which must not overlap A or B. With beta = 0 C is not read, so that what an
   * old NaN left there stays out.
   */
  gemm(transposeA: boolean, transposeB: boolean, alpha: number, a: Block, b: Block, beta: number, c: Block): void
  /** Elementwise functions by name. */
  readonly kernels: Readonly<Partial<Record<string, Kernel>>>
  /** Steps over flat vectors by name. Optional. */
  readonly steps?: Readonly<Partial<Record<string, FlatStep>>>
  /** z = w a + b in one pass, with the bits of its parts. w: n × k, a: k × m, b: n × 1, z: n × m. Optional. */
  affine?(w: Block, a: Block, b: Block, z: Block): void
  /**
   * w = w − eta · (scale · delta aᵀ) in one pass, rounded to the element type after each: the gradient, eta, their product, the
   * difference. eta: one cell. Optional.
   */
  descend?(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void
  /** z = z + b in each column. b: n × 1, z: n × m, apart from b. Optional. */
  addColumn?(b: Block, z: Block): void
  /** out = scale · (the sum of the columns of a), from the first column to the last. a: n × m, out: n × 1. Optional. */
  rowSums?(scale: number, a: Block, out: Block): void
  /**
   * Bytes become floats times scale, which is rounded to the element type first: rows · cols bytes, column after column, from
   * byte `from` of the memory that `to` lies in (`to.buffer.buffer`). `to` has no rows between its columns, and the bytes do
   * not overlap it. Optional.
   */
  convert?(from: number, scale: number, to: Block): void
  /** Copies numbers into the backend's memory. */
  write(to: Operand, values: Floats): void
  /** Copies numbers out of it: at once on a host, a promise on a device. */
  read(from: Operand, values: Floats): void | Promise<void>
  /** Keeps what `step` does, to be run again; a host just calls it. */
  record(step: () => void): Recording
}
