import type { Modules } from './module.js'

/** What kernels/ exports: shapes and strides in elements, addresses in bytes. */
export interface Operations {
  readonly gemm_f32: Gemm
  readonly gemm_f64: Gemm
  readonly descend_f32: Descend
  readonly descend_f64: Descend
  readonly addColumn_f32: AddColumn
  readonly addColumn_f64: AddColumn
  readonly rowSums_f32: RowSums
  readonly rowSums_f64: RowSums
  readonly convert_f32: Convert
  readonly convert_f64: Convert
  readonly elementwise: Readonly<Record<string, Elementwise>>
  readonly steps: Readonly<Record<string, Step>>
}

/** A step over flat vectors: its two exports, such as `adam_step_f32`. */
export interface Step {
  readonly step_f32: StepAlong
  readonly step_f64: StepAlong
}

/** An elementwise kernel: its four exports, such as `sigmoid_apply_f32`. */
export interface Elementwise {
  readonly apply_f32: Apply
  readonly apply_f64: Apply
  readonly pullback_f32: Pullback
  readonly pullback_f64: Pullback
}

/** C = alpha · op(A) op(B) + beta · C, and + bias in each column unless its address is 0. */
export type Gemm = (
  transposeA: boolean,
  transposeB: boolean,
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: number,
  lda: number,
  b: number,
  ldb: number,
  beta: number,
  bias: number,
  c: number,
  ldc: number,
  scratch: number,
) => void

/** w = w − eta · (scale · delta aᵀ). delta: n × m, a: k × m, w: n × k. */
export type Descend = (
  n: number,
  k: number,
  m: number,
  eta: number,
  scale: number,
  delta: number,
  ldd: number,
  a: number,
  lda: number,
  w: number,
  ldw: number,
  scratch: number,
) => void

/** z = z + b in each column. b: n, z: n × m. */
export type AddColumn = (n: number, m: number, b: number, z: number, ldz: number) => void

/** out = scale · the sum of the columns of a. a: n × m, out: n. */
export type RowSums = (n: number, m: number, scale: number, a: number, lda: number, out: number) => void

/** `count` bytes become floats times scale. */
export type Convert = (count: number, scale: number, bytes: number, to: number) => void

/** a = f(z). */
export type Apply = (rows: number, cols: number, stride: number, z: number, a: number) => void

/** delta = g ⊙ f′(z), or (f′)ᵀ g by column. */
export type Pullback = (rows: number, cols: number, stride: number, z: number, a: number, g: number, delta: number) => void

/** Numbers first … end − 1 of w and its state move along g, by scalars at an address. */
export type StepAlong = (first: number, end: number, scalars: number, w: number, g: number, state0: number, state1: number) => void

const APPLY = /^(.+)_apply_f32$/
const STEP = /^(.+)_step_f32$/

/**
 * The names of the elementwise kernels of a module.
 *
 * Shapes: none.
 */
export function elementwiseNames(columnwise: WebAssembly.Module): string[] {
  return namesOf(columnwise, APPLY)
}

/**
 * The names of the steps of a module.
 *
 * Shapes: none.
 */
export function stepNames(columnwise: WebAssembly.Module): string[] {
  return namesOf(columnwise, STEP)
}

function namesOf(module: WebAssembly.Module, pattern: RegExp): string[] {
  return WebAssembly.Module.exports(module).flatMap(({ name }) => pattern.exec(name)?.[1] ?? [])
}

/** The exports of both modules. They have no types of their own: what they take stands in kernels/. */
type Exports = WebAssembly.Exports &
  Omit<Operations, 'elementwise' | 'steps'> &
  Record<`${string}_apply_${'f32' | 'f64'}`, Apply> &
  Record<`${string}_pullback_${'f32' | 'f64'}`, Pullback> &
  Record<`${string}_step_${'f32' | 'f64'}`, StepAlong>

/**
 * Links both modules to a memory.
 *
 * Shapes: none.
 */
export function linkOperations({ products, columnwise }: Modules, memory: WebAssembly.Memory): Operations {
  const env = { env: { memory } }
  const { gemm_f32, gemm_f64, descend_f32, descend_f64 } = new WebAssembly.Instance(products, env).exports as Exports
  const exports = new WebAssembly.Instance(columnwise, env).exports as Exports
  const { addColumn_f32, addColumn_f64, rowSums_f32, rowSums_f64, convert_f32, convert_f64 } = exports
  const elementwise: Record<string, Elementwise> = {}
  for (const name of elementwiseNames(columnwise)) {
    elementwise[name] = {
      apply_f32: exports[`${name}_apply_f32`],
      apply_f64: exports[`${name}_apply_f64`],
      pullback_f32: exports[`${name}_pullback_f32`],
      pullback_f64: exports[`${name}_pullback_f64`],
    }
  }
  const steps: Record<string, Step> = {}
  for (const name of stepNames(columnwise)) steps[name] = { step_f32: exports[`${name}_step_f32`], step_f64: exports[`${name}_step_f64`] }
  return {
    gemm_f32,
    gemm_f64,
    descend_f32,
    descend_f64,
    addColumn_f32,
    addColumn_f64,
    rowSums_f32,
    rowSums_f64,
    convert_f32,
    convert_f64,
    elementwise,
    steps,
  }
}
