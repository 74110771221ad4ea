import type { Block, Floats, Operand } from '../backend.js'

/**
 * Rows and columns of the tile that is summed in registers. 4 × 2 sums and the 6 numbers that feed them fit the 16 vector
 * registers of x64; 4 × 4 spills.
 */
const TILE_ROWS = 4
const TILE_COLS = 2

/**
 * Packed factors, in float64 whatever the element type: the inner loop then reads one type of array, in order, and no
 * number is converted twice. They grow and are kept.
 */
let panelA: Float64Array = /* @__PURE__ */ new Float64Array(0)
let panelB: Float64Array = /* @__PURE__ */ new Float64Array(0)

/** A cell that holds 1: what multiplies a plain product. */
const ONE: Operand = { buffer: /* @__PURE__ */ Float64Array.of(1), offset: 0 }

/**
 * The product that the reference backend uses, C = alpha · op(A) op(B) + beta · C, by packed tiles of 4 × 2.
 *
 * Shapes: as in `gemm`. Sums run over k in order, in float64; rounded to the element type after alpha, and after beta.
 */
export function gemmBlocked(
  transposeA: boolean,
  transposeB: boolean,
  alpha: number,
  a: Block,
  b: Block,
  beta: number,
  c: Block,
): void {
  multiply(transposeA, transposeB, alpha, a, b, beta, 1, ONE, c)
}

/**
 * w = w − eta · (scale · delta aᵀ): the product with the update as the way it is stored.
 *
 * Shapes: eta: one cell, delta: n × m, a: k × m, w: n × k, must not overlap delta or a.
 */
export function descendBlocked(eta: Operand, scale: number, delta: Block, a: Block, w: Block): void {
  multiply(false, true, scale, delta, a, 1, -1, eta, w)
}

/** C = beta · C + sign · factor · round(alpha · op(A) op(B)). `factor` is a cell: a double passed as it is would be boxed. */
function multiply(
  transposeA: boolean,
  transposeB: boolean,
  alpha: number,
  a: Block,
  b: Block,
  beta: number,
  sign: number,
  factor: Operand,
  c: Block,
): void {
  const m = c.rows
  const n = c.cols
  const k = transposeA ? a.rows : a.cols
  reserve(k, n)
  packColumns(b, transposeB ? b.stride : 1, transposeB ? 1 : b.stride, n, k)
  const acrossRows = transposeA ? a.stride : 1
  const alongInner = transposeA ? 1 : a.stride
  for (let j = 0; j < m; j += TILE_ROWS) {
    packRows(a, a.offset + j * acrossRows, acrossRows, alongInner, Math.min(TILE_ROWS, m - j), k)
    for (let i = 0; i < n; i += TILE_COLS) tile(k, i * k, alpha, beta, sign, factor, c, j, i)
  }
}

/** One tile: op(A)'s packed rows times two packed columns, stored at (j, i) of C. Rows and columns past C's end are not stored. */
function tile(
  k: number,
  packedB: number,
  alpha: number,
  beta: number,
  sign: number,
  factor: Operand,
  c: Block,
  j: number,
  i: number,
): void {
  let s00 = 0
  let s10 = 0
  let s20 = 0
  let s30 = 0
  let s01 = 0
  let s11 = 0
  let s21 = 0
  let s31 = 0
  const end = k * TILE_ROWS
  for (let p = 0, q = packedB; p < end; p += TILE_ROWS, q += TILE_COLS) {
    const b0 = panelB[q]
    const b1 = panelB[q + 1]
    const a0 = panelA[p]
    const a1 = panelA[p + 1]
    const a2 = panelA[p + 2]
    const a3 = panelA[p + 3]
    s00 += a0 * b0
    s01 += a0 * b1
    s10 += a1 * b0
    s11 += a1 * b1
    s20 += a2 * b0
    s21 += a2 * b1
    s30 += a3 * b0
    s31 += a3 * b1
  }
  const { buffer, stride } = c
  const rows = c.rows - j
  const scale = sign * factor.buffer[factor.offset]
  const at = c.offset + j + i * stride
  buffer[at] = stored(buffer, at, alpha * s00, beta, scale)
  if (rows > 1) buffer[at + 1] = stored(buffer, at + 1, alpha * s10, beta, scale)
  if (rows > 2) buffer[at + 2] = stored(buffer, at + 2, alpha * s20, beta, scale)
  if (rows > 3) buffer[at + 3] = stored(buffer, at + 3, alpha * s30, beta, scale)
  if (i + 1 === c.cols) return
  const next = at + stride
  buffer[next] = stored(buffer, next, alpha * s01, beta, scale)
  if (rows > 1) buffer[next + 1] = stored(buffer, next + 1, alpha * s11, beta, scale)
  if (rows > 2) buffer[next + 2] = stored(buffer, next + 2, alpha * s21, beta, scale)
  if (rows > 3) buffer[next + 3] = stored(buffer, next + 3, alpha * s31, beta, scale)
}

function stored(buffer: Floats, at: number, product: number, beta: number, scale: number): number {
  if (beta === 0) return scale * product
  const rounded = buffer.BYTES_PER_ELEMENT === 4 ? Math.fround(product) : product
  return beta * buffer[at] + scale * rounded
}

/** Up to 4 rows of op(A) as k groups of 4; a row past the end repeats the first, and its sums are not stored. */
function packRows({ buffer }: Block, from: number, acrossRows: number, alongInner: number, rows: number, k: number): void {
  const r1 = rows > 1 ? acrossRows : 0
  const r2 = rows > 2 ? 2 * acrossRows : 0
  const r3 = rows > 3 ? 3 * acrossRows : 0
  const end = k * TILE_ROWS
  for (let p = 0, q = from; p < end; p += TILE_ROWS, q += alongInner) {
    panelA[p] = buffer[q]
    panelA[p + 1] = buffer[q + r1]
    panelA[p + 2] = buffer[q + r2]
    panelA[p + 3] = buffer[q + r3]
  }
}

/** Every column of op(B), two by two, as k groups of 2; a column past the end repeats the last. */
function packColumns({ buffer, offset }: Block, alongInner: number, acrossCols: number, cols: number, k: number): void {
  let p = 0
  for (let i = 0; i < cols; i += TILE_COLS) {
    const second = i + 1 < cols ? acrossCols : 0
    const end = p + k * TILE_COLS
    for (let q = offset + i * acrossCols; p < end; p += TILE_COLS, q += alongInner) {
      panelB[p] = buffer[q]
      panelB[p + 1] = buffer[q + second]
    }
  }
}

function reserve(k: number, n: number): void {
  if (panelA.length < k * TILE_ROWS) panelA = new Float64Array(k * TILE_ROWS)
  if (panelB.length < k * (n + 1)) panelB = new Float64Array(k * (n + 1))
}
