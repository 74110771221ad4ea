import type { Factor, Matrix } from './matrix.js'
import { requireProduct } from './requireFit.js'
import { zeros } from './zeros.js'

/**
 * out = scale · A B + accumulate · out. Either factor may be a transposed view: `matmul(w.T, delta, out)`.
 *
 * Shapes: A: n × k, B: k × m, out: n × m, overwritten where `accumulate` is 0 (what it held is then not read, NaN
 * included), must not share memory with A or B; all on one backend. Throws `ShapeError`.
 */
export function matmul(A: Factor, B: Factor, out: Matrix = zerosFor(A, B), scale = 1, accumulate = 0): Matrix {
  requireProduct('matmul', A, B, out)
  out.backend.gemm(A.transposed, B.transposed, scale, A.matrix, B.matrix, accumulate, out)
  return out
}

function zerosFor(A: Factor, B: Factor): Matrix {
  return zeros(A.rows, B.cols, { dtype: A.dtype, backend: A.backend })
}
