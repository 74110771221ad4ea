import { packPanel, packStrip } from './pack'
import { DESCENT, PRODUCT, tile } from './tile'
import { addProduct, lanesOf, storePart } from './vector'

// Products of matrices that lie column by column. Steps of a sum are taken in blocks of STEPS, so that a panel of op(A), two vectors
// high, stays in the first cache while the columns of B pass by it, and columns in blocks of COLUMNS, so that they stay in the second.

const STEPS = 384
const COLUMNS = 128
/** Steps at once where op(B) is Bᵀ: the sum of such a product runs over a minibatch. */
const LONG_STEPS = 4096
/** A panel of op(A) that serves at most this many columns is read where it lies. */
const DIRECT_COLUMNS = 16
/** Bytes of op(A) that pass by all columns of B before the next do, where they are read where they lie. */
const DIRECT_BYTES = 32768
/** Bytes of packed panels at once where op(B) is Bᵀ. */
const PANELS = 1 << 19

/** How wide the next tile is: 4, but 3 and 3 for 6 and 3 and 2 for 5, since narrower tiles wait for their own sums. */
@inline function widthOf(left: i32): i32 {
  if (left >= 7 || left == 4) return 4
  return left > 4 ? 3 : left
}

/** The tiles of one panel of op(A) with columns of B that lie where they lie. */
function panelByColumns<T>(
  n: i32, k: i32, a: usize, strideA: usize, b: usize, ldb: usize, c: usize, ldc: usize, rows: i32, carry: bool, alpha: T, bias: usize,
): void {
  const b4 = ldb << 2, c4 = ldc << 2
  while (n >= 7 || n == 4) {
    tile<T>(PRODUCT, false, 4, k, a, strideA, b, ldb, c, ldc, rows, carry, alpha, bias, 0)
    n -= 4
    b += b4
    c += c4
  }
  if (n >= 5) {
    tile<T>(PRODUCT, false, 3, k, a, strideA, b, ldb, c, ldc, rows, carry, alpha, bias, 0)
    n -= 3
    b += 3 * ldb
    c += 3 * ldc
  }
  if (n == 3) tile<T>(PRODUCT, false, 3, k, a, strideA, b, ldb, c, ldc, rows, carry, alpha, bias, 0)
  else if (n == 2) tile<T>(PRODUCT, false, 2, k, a, strideA, b, ldb, c, ldc, rows, carry, alpha, bias, 0)
  else if (n == 1) tile<T>(PRODUCT, false, 1, k, a, strideA, b, ldb, c, ldc, rows, carry, alpha, bias, 0)
}

/** The tiles of `cols` columns of Bᵀ with the panels of op(A), one below the other. */
@inline
function stripByPanels<T>(
  mode: i32, cols: i32, m: i32, k: i32, panels: usize, b: usize, ldb: usize, c: usize, ldc: usize, carry: bool, alpha: T, eta: T,
): void {
  const height = 2 * lanesOf<T>()
  const next = <usize>k << 5
  for (; m > 0; m -= height) {
    tile<T>(mode, true, cols, k, panels, 32, b, ldb, c, ldc, m, carry, alpha, 0, eta)
    panels += next
    c += 32
  }
}

function productStrip<T>(
  cols: i32, m: i32, k: i32, panels: usize, b: usize, ldb: usize, c: usize, ldc: usize, carry: bool, alpha: T,
): void {
  switch (cols) {
    case 4: stripByPanels<T>(PRODUCT, 4, m, k, panels, b, ldb, c, ldc, carry, alpha, 0); break
    case 3: stripByPanels<T>(PRODUCT, 3, m, k, panels, b, ldb, c, ldc, carry, alpha, 0); break
    case 2: stripByPanels<T>(PRODUCT, 2, m, k, panels, b, ldb, c, ldc, carry, alpha, 0); break
    default: stripByPanels<T>(PRODUCT, 1, m, k, panels, b, ldb, c, ldc, carry, alpha, 0)
  }
}

function descentStrip<T>(
  cols: i32, m: i32, k: i32, panels: usize, b: usize, ldb: usize, w: usize, ldw: usize, scale: T, eta: T,
): void {
  switch (cols) {
    case 4: stripByPanels<T>(DESCENT, 4, m, k, panels, b, ldb, w, ldw, false, scale, eta); break
    case 3: stripByPanels<T>(DESCENT, 3, m, k, panels, b, ldb, w, ldw, false, scale, eta); break
    case 2: stripByPanels<T>(DESCENT, 2, m, k, panels, b, ldb, w, ldw, false, scale, eta); break
    default: stripByPanels<T>(DESCENT, 1, m, k, panels, b, ldb, w, ldw, false, scale, eta)
  }
}

/**
 * C = alpha · op(A) op(B) + beta · C, and + bias in each column where there is one.
 *
 * op(A): m × n_k, op(B): n_k × n, C: m × n, bias: m or address 0. Strides in elements. With beta = 0 C is not read. `scratch`: 1 MiB
 * that is the caller's own.
 */
@inline
function gemm<T>(
  transposeA: bool, transposeB: bool, m: i32, n: i32, k: i32, alpha: T, a: usize, lda: i32, b: usize, ldb: i32, beta: T, bias: usize,
  c: usize, ldc: i32, scratch: usize,
): void {
  const strideA = <usize>lda * sizeof<T>(), strideB = <usize>ldb * sizeof<T>(), strideC = <usize>ldc * sizeof<T>()
  if (m == 0 || n == 0) return
  let carry = false
  let packed: T = 1
  if (beta != 0) {
    // Sums that begin at beta · C cannot be scaled at their end: alpha goes into the packed factor.
    scaleColumns<T>(m, n, beta, c, strideC)
    carry = true
    packed = alpha
    alpha = 1
  }
  if (transposeB) byStrips<T>(transposeA, m, n, k, packed, a, strideA, b, strideB, carry, alpha, c, strideC, scratch)
  else byPanels<T>(transposeA, m, n, k, packed, a, strideA, b, strideB, carry, alpha, bias, c, strideC, scratch)
}

/** op(B) = B: for each panel of op(A) the columns of B, where they lie. */
function byPanels<T>(
  transposeA: bool, m: i32, n: i32, k: i32, packed: T, a: usize, lda: usize, b: usize, ldb: usize, carry: bool, alpha: T, bias: usize,
  c: usize, ldc: usize, scratch: usize,
): void {
  if (n == 1 && !transposeA && !carry && k > 0) {
    byVector<T>(m, k, a, lda, b, alpha, bias, c)
    return
  }
  const height = 2 * lanesOf<T>()
  const direct = !transposeA && packed == <T>1 && n <= DIRECT_COLUMNS
  const acrossRows = transposeA ? lda : <usize>sizeof<T>()
  const alongSteps = transposeA ? <usize>sizeof<T>() : lda
  const strideA = direct ? lda : 32
  const directSteps = max(32, DIRECT_BYTES / max(1, <i32>lda))
  let p = 0
  do {
    const steps = min(k - p, direct ? directSteps : STEPS)
    const last = p + steps == k
    for (let first = 0; first < n; first += COLUMNS) {
      const end = min(n, first + COLUMNS)
      for (let j = 0; j < m; j += height) {
        let panel = a + <usize>j * acrossRows + <usize>p * alongSteps
        if (!direct) {
          packPanel<T>(transposeA, m - j, steps, panel, lda, packed, scratch)
          panel = scratch
        }
        const add = last && bias ? bias + <usize>j * sizeof<T>() : 0
        panelByColumns<T>(
          end - first, steps, panel, strideA, b + <usize>p * sizeof<T>() + <usize>first * ldb, ldb,
          c + <usize>j * sizeof<T>() + <usize>first * ldc, ldc, m - j, carry || p > 0, last ? alpha : 1, add,
        )
      }
    }
    p += steps
  } while (p < k)
}

/** One column of B: eight vectors of sums at once, so that none waits for itself. */
function byVector<T>(m: i32, k: i32, a: usize, lda: usize, b: usize, alpha: T, bias: usize, c: usize): void {
  const lanes = lanesOf<T>()
  const scale = v128.splat<T>(alpha)
  const end = b + <usize>k * sizeof<T>()
  for (let j = 0; j < m; j += 8 * lanes) {
    let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0
    let from = a
    for (let at = b; at < end; at += sizeof<T>()) {
      const x = v128.load_splat<T>(at)
      s0 = addProduct<T>(s0, v128.load(from), x); s1 = addProduct<T>(s1, v128.load(from, 16), x)
      s2 = addProduct<T>(s2, v128.load(from, 32), x); s3 = addProduct<T>(s3, v128.load(from, 48), x)
      s4 = addProduct<T>(s4, v128.load(from, 64), x); s5 = addProduct<T>(s5, v128.load(from, 80), x)
      s6 = addProduct<T>(s6, v128.load(from, 96), x); s7 = addProduct<T>(s7, v128.load(from, 112), x)
      from += lda
    }
    vectorOut<T>(s0, scale, bias, c, m - j); vectorOut<T>(s1, scale, bias ? bias + 16 : 0, c + 16, m - j - lanes)
    vectorOut<T>(s2, scale, bias ? bias + 32 : 0, c + 32, m - j - 2 * lanes); vectorOut<T>(s3, scale, bias ? bias + 48 : 0, c + 48, m - j - 3 * lanes)
    vectorOut<T>(s4, scale, bias ? bias + 64 : 0, c + 64, m - j - 4 * lanes); vectorOut<T>(s5, scale, bias ? bias + 80 : 0, c + 80, m - j - 5 * lanes)
    vectorOut<T>(s6, scale, bias ? bias + 96 : 0, c + 96, m - j - 6 * lanes); vectorOut<T>(s7, scale, bias ? bias + 112 : 0, c + 112, m - j - 7 * lanes)
    a += 128
    c += 128
    if (bias) bias += 128
  }
}

function vectorOut<T>(sum: v128, scale: v128, bias: usize, c: usize, rows: i32): void {
  sum = v128.mul<T>(sum, scale)
  if (bias) sum = v128.add<T>(sum, v128.load(bias))
  storePart<T>(c, sum, rows)
}

/** op(B) = Bᵀ: for each strip of four columns of Bᵀ the panels of op(A), so that C is written in order. */
function byStrips<T>(
  transposeA: bool, m: i32, n: i32, k: i32, packed: T, a: usize, lda: usize, b: usize, ldb: usize, carry: bool, alpha: T,
  c: usize, ldc: usize, scratch: usize,
): void {
  const height = 2 * lanesOf<T>()
  const acrossRows = transposeA ? lda : <usize>sizeof<T>()
  const alongSteps = transposeA ? <usize>sizeof<T>() : lda
  const panels = scratch + (<usize>LONG_STEPS << 2) * sizeof<T>()
  let p = 0
  do {
    const steps = min(k - p, LONG_STEPS)
    const last = p + steps == k
    const block = rowsAtOnce<T>(m, steps)
    for (let first = 0; first < m; first += block) {
      const end = min(m, first + block)
      for (let j = first, to = panels; j < end; j += height, to += <usize>steps << 5) {
        packPanel<T>(transposeA, m - j, steps, a + <usize>j * acrossRows + <usize>p * alongSteps, lda, packed, to)
      }
      for (let i = 0; i < n; ) {
        const cols = widthOf(n - i)
        packStrip<T>(steps, b + <usize>i * sizeof<T>() + <usize>p * ldb, ldb, scratch)
        productStrip<T>(
          cols, end - first, steps, panels, scratch, 4 * sizeof<T>(), c + <usize>first * sizeof<T>() + <usize>i * ldc, ldc,
          carry || p > 0, last ? alpha : 1,
        )
        i += cols
      }
    }
    p += steps
  } while (p < k)
}

/** Rows of op(A) whose panels of `steps` steps fit PANELS bytes: whole panels, at least one. */
@inline function rowsAtOnce<T>(m: i32, steps: i32): i32 {
  const fitting = PANELS / max(1, steps << 5)
  return min(m, max(1, fitting) * 2 * lanesOf<T>())
}

/**
 * w = w − eta · (scale · delta aᵀ), rounded after each.
 *
 * delta: n × m, a: n_k × m, w: n × n_k, strides in elements; m at most LONG_STEPS. `scratch` as in gemm.
 */
@inline
function descend<T>(n: i32, k: i32, m: i32, eta: T, scale: T, delta: usize, ldd: i32, a: usize, lda: i32, w: usize, ldw: i32, scratch: usize): void {
  if (n == 0) return
  const strideD = <usize>ldd * sizeof<T>(), strideA = <usize>lda * sizeof<T>(), strideW = <usize>ldw * sizeof<T>()
  const height = 2 * lanesOf<T>()
  const panels = scratch + (<usize>LONG_STEPS << 2) * sizeof<T>()
  const block = rowsAtOnce<T>(n, m)
  const pack = m > 32
  for (let first = 0; first < n; first += block) {
    const end = min(n, first + block)
    for (let j = first, to = panels; j < end; j += height, to += <usize>m << 5) {
      packPanel<T>(false, n - j, m, delta + <usize>j * sizeof<T>(), strideD, 1, to)
    }
    for (let i = 0; i < k; ) {
      const cols = widthOf(k - i)
      let strip = a + <usize>i * sizeof<T>(), strideB = strideA
      if (pack) {
        packStrip<T>(m, strip, strideA, scratch)
        strip = scratch
        strideB = 4 * sizeof<T>()
      }
      descentStrip<T>(
        cols, end - first, m, panels, strip, strideB, w + <usize>first * sizeof<T>() + <usize>i * strideW, strideW, scale, eta,
      )
      i += cols
    }
  }
}

function scaleColumns<T>(m: i32, n: i32, beta: T, c: usize, ldc: usize): void {
  if (beta == <T>1) return
  for (let i = 0; i < n; i++) {
    for (let at = c, end = c + <usize>m * sizeof<T>(); at < end; at += sizeof<T>()) store<T>(at, beta * load<T>(at))
    c += ldc
  }
}

export function gemm_f32(
  transposeA: bool, transposeB: bool, m: i32, n: i32, k: i32, alpha: f32, a: usize, lda: i32, b: usize, ldb: i32, beta: f32, bias: usize,
  c: usize, ldc: i32, scratch: usize,
): void {
  gemm<f32>(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, bias, c, ldc, scratch)
}

export function gemm_f64(
  transposeA: bool, transposeB: bool, m: i32, n: i32, k: i32, alpha: f64, a: usize, lda: i32, b: usize, ldb: i32, beta: f64, bias: usize,
  c: usize, ldc: i32, scratch: usize,
): void {
  gemm<f64>(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, bias, c, ldc, scratch)
}

export function descend_f32(
  n: i32, k: i32, m: i32, eta: f32, scale: f32, delta: usize, ldd: i32, a: usize, lda: i32, w: usize, ldw: i32, scratch: usize,
): void {
  descend<f32>(n, k, m, eta, scale, delta, ldd, a, lda, w, ldw, scratch)
}

export function descend_f64(
  n: i32, k: i32, m: i32, eta: f64, scale: f64, delta: usize, ldd: i32, a: usize, lda: i32, w: usize, ldw: i32, scratch: usize,
): void {
  descend<f64>(n, k, m, eta, scale, delta, ldd, a, lda, w, ldw, scratch)
}
