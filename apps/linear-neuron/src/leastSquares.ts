import { fromFunction, matmul, zeros, type Matrix } from 'nabla'
import type { LinearLayer } from './layersOf.js'

/**
 * The affine map W x + c with the smallest Σ ‖W x + c − y‖², by the normal equations: with Z = [X; 1] and θ = [W c],
 * θ Z Zᵀ = Y Zᵀ.
 *
 * Shapes: X: n_1 × m, Y: n_L × m in float64; returns w: n_L × n_1, b: n_L × 1. Throws `RangeError` where the samples do not
 * determine it.
 */
export function leastSquares(X: Matrix, Y: Matrix): LinearLayer {
  const n = X.rows
  const Z = fromFunction(n + 1, X.cols, (j, i) => (j < n ? X.get(j, i) : 1), { dtype: 'float64' })
  const theta = solve(matmul(Z, Z.T), matmul(Z, Y.T))
  return {
    w: fromFunction(Y.rows, n, (j, k) => theta.get(k, j), { dtype: 'float64' }),
    b: fromFunction(Y.rows, 1, (j) => theta.get(n, j), { dtype: 'float64' }),
  }
}

/**
 * Solves A S = B by elimination, the largest entry of a column as its pivot.
 *
 * Shapes: A: n × n, B: n × k, both overwritten; returns S: n × k. Throws `RangeError` where A is singular.
 */
export function solve(A: Matrix, B: Matrix): Matrix {
  const n = A.rows
  for (let p = 0; p < n; p++) {
    let pivot = p
    for (let j = p + 1; j < n; j++) if (Math.abs(A.get(j, p)) > Math.abs(A.get(pivot, p))) pivot = j
    if (!(Math.abs(A.get(pivot, p)) > 0)) throw new RangeError(`the system is singular: no pivot in column ${p}`)
    for (const M of [A, B]) swapRows(M, p, pivot)
    for (let j = p + 1; j < n; j++) {
      const factor = A.get(j, p) / A.get(p, p)
      for (const M of [A, B]) subtractRow(M, factor, p, j)
    }
  }
  const S = zeros(n, B.cols, B)
  for (let i = 0; i < B.cols; i++) {
    for (let j = n - 1; j >= 0; j--) {
      let rest = B.get(j, i)
      for (let k = j + 1; k < n; k++) rest -= A.get(j, k) * S.get(k, i)
      S.set(j, i, rest / A.get(j, j))
    }
  }
  return S
}

function swapRows(M: Matrix, p: number, q: number): void {
  for (let i = 0; i < M.cols; i++) {
    const kept = M.get(p, i)
    M.set(p, i, M.get(q, i))
    M.set(q, i, kept)
  }
}

/** Row j less factor times row p. */
function subtractRow(M: Matrix, factor: number, p: number, j: number): void {
  for (let i = 0; i < M.cols; i++) M.set(j, i, M.get(j, i) - factor * M.get(p, i))
}
