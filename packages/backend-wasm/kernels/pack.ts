import { lanesOf } from './vector'

/**
 * Two vectors of rows of op(A) over k steps, side by side for the tile to read: `to` gets 2 vectors a step. Rows past the end hold
 * whatever lies there, or 0, and their sums are not stored.
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

/** A row of op(A) is a column of A: it is read in order and written a panel's height apart. */
function packColumns<T>(rows: i32, k: i32, a: usize, lda: usize, to: usize): void {
  const height = 2 * lanesOf<T>()
  for (let j = 0; j < height; j++) {
    let from = a + <usize>j * lda, at = to + <usize>j * sizeof<T>()
    if (j < rows) {
      for (let p = 0; p < k; p++) {
        store<T>(at, load<T>(from))
        from += sizeof<T>()
        at += 32
      }
    } else {
      for (let p = 0; p < k; p++) {
        store<T>(at, <T>0)
        at += 32
      }
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
