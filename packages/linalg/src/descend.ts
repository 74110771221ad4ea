import type { Matrix } from './matrix.js'
import { matmul } from './matmul.js'
import { like } from './like.js'
import { axpy } from './axpy.js'
import { requireProduct, requireSameBackend, requireShape } from './requireFit.js'

/**
 * A step of gradient descent on a matrix whose gradient is a product: w = w − eta · (scale · delta aᵀ), with the gradient
 * rounded before eta multiplies it. One pass where the backend has it, with the bits of the parts.
 *
 * Shapes: eta: 1 × 1, of either element type, delta: n_l × m, a: n_(l−1) × m, w: n_l × n_(l−1), updated, must not share
 * memory with delta or a; delta, a and w of one element type, and all on one backend. Throws `ShapeError`, also before a
 * backend's own pass.
 */
export function descend(eta: Matrix, scale: number, delta: Matrix, a: Matrix, w: Matrix): void {
  requireShape('descend, eta', eta, 1, 1, eta)
  requireSameBackend('descend', w, eta)
  requireProduct('descend', delta, a.T, w)
  if (w.backend.descend) w.backend.descend(eta, scale, delta, a, w)
  else axpy(-eta.data[0], matmul(delta, a.T, like(w), scale), w)
}
