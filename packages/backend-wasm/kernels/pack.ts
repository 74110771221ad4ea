import { lanesOf } from './vector'

/**
 * Two vectors of rows of op(A) over k steps, side by side for the tile to read: `to` gets 2 vectors a step. Rows past the end hold
 * whatever is there, and their sums are not stored.
 */
export function packPanel<T>(transposed: bool, rows: i32, k: i32, a: usize, lda: usize, alpha: T, to: usize): void {
  if (transposed) packColumns<T>(rows, k, a, lda, to)
  else packRows<T>(k, a, lda, to)
  if (alpha == <T>1) return
  const scale = v128.splat<T>(alpha)
  for (let at = to, end = to + (<usize>k << 5); at < end; at += 16) v128.store(at, v128.mul<T>(scale, v128.load(at)))
}

function packRows<T>(k: i32, a: usize, lda: usize, to: usize): void {
  for (let p = 0; p < k; p++) {
    v128.store(to, v128.load(a))
    v128.store(to, v128.load(a, 16), 16)
    a += lda
    to += 32
  }
}

/**
 * A row of op(A) is a column of A: squares of as many rows and steps as a vector has numbers are turned over in registers. Rows past
 * the end repeat the last.
 */
function packColumns<T>(rows: i32, k: i32, a: usize, lda: usize, to: usize): void {
  const lanes = lanesOf<T>()
  for (let half = 0; half < 2; half++) {
    const first = half * lanes
    const r0 = a + <usize>min(first, rows - 1) * lda, r1 = a + <usize>min(first + 1, rows - 1) * lda
    const r2 = a + <usize>min(first + 2, rows - 1) * lda, r3 = a + <usize>min(first + 3, rows - 1) * lda
    const out = to + <usize>half * 16
    let p = 0
    for (; p + lanes <= k; p += lanes) {
      const from = <usize>p * sizeof<T>(), at = out + (<usize>p << 5)
      const x0 = v128.load(r0 + from), x1 = v128.load(r1 + from)
      if (sizeof<T>() == 8) {
        v128.store(at, i64x2.shuffle(x0, x1, 0, 2))
        v128.store(at, i64x2.shuffle(x0, x1, 1, 3), 32)
        continue
      }
      const x2 = v128.load(r2 + from), x3 = v128.load(r3 + from)
      const low01 = i32x4.shuffle(x0, x1, 0, 4, 1, 5), low23 = i32x4.shuffle(x2, x3, 0, 4, 1, 5)
      const high01 = i32x4.shuffle(x0, x1, 2, 6, 3, 7), high23 = i32x4.shuffle(x2, x3, 2, 6, 3, 7)
      v128.store(at, i64x2.shuffle(low01, low23, 0, 2))
      v128.store(at, i64x2.shuffle(low01, low23, 1, 3), 32)
      v128.store(at, i64x2.shuffle(high01, high23, 0, 2), 64)
      v128.store(at, i64x2.shuffle(high01, high23, 1, 3), 96)
    }
    for (; p < k; p++) {
      const from = <usize>p * sizeof<T>(), at = out + (<usize>p << 5)
      store<T>(at, load<T>(r0 + from))
      store<T>(at, load<T>(r1 + from), sizeof<T>())
      if (sizeof<T>() == 8) continue
      store<T>(at, load<T>(r2 + from), 2 * sizeof<T>())
      store<T>(at, load<T>(r3 + from), 3 * sizeof<T>())
    }
  }
}

/** Four neighbouring rows of B over k steps, which are four columns of Bᵀ: steps that lie `ldb` bytes apart come together. */
export function packStrip<T>(k: i32, b: usize, ldb: usize, to: usize): void {
  for (let p = 0; p < k; p++) {
    v128.store(to, v128.load(b))
    if (sizeof<T>() == 8) v128.store(to, v128.load(b, 16), 16)
    b += ldb
    to += 4 * sizeof<T>()
  }
}
