/** What kernels/ exports, as WebAssembly gives it: shapes and strides in elements, addresses in bytes. */
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
  /** The elementwise kernels: `sigmoid_apply_f32`, `sigmoid_pullback_f32`, … */
  readonly [elementwise: `${string}_apply_${'f32' | 'f64'}`]: Apply
  readonly [elementwise: `${string}_pullback_${'f32' | 'f64'}`]: Pullback
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
