import type { Matrix } from './matrix.js'
import { matmul } from './matmul.js'
import { like } from './like.js'
import { axpy } from './axpy.js'

/**
 * A step of gradient descent on a matrix whose gradient is a product: w = w − eta · (scale · delta aᵀ), with the gradient
 * rounded before eta multiplies it. One pass where the backend has it, with the bits of the parts.
 *
 * Shapes: eta: 1 × 1, delta: n_l × m, a: n_(l−1) × m, w: n_l × n_(l−1), updated, must not share memory with delta or a.
 */
export function descend(eta: Matrix, scale: number, delta: Matrix, a: Matrix, w: Matrix): void {
  if (w.backend.descend) w.backend.descend(eta, scale, delta, a, w)
  else axpy(-eta.data[0], matmul(delta, a.T, like(w), scale), w)
}
