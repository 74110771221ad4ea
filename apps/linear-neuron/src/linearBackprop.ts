import { addColumn, axpy, matmul, rowSums, type Matrix } from 'nabla'
import type { LinearLayer } from './layersOf.js'

/**
 * The algorithm rewritten for σ(z) = z and the quadratic cost. As σ′ = 1, no derivative is left in it, and z is not kept:
 * the errors are δ^L = a^L − y and δ^l = (w^(l+1))ᵀ δ^(l+1).
 *
 * Shapes: X: n_1 × m, Y: n_L × m; returns the mean over the columns of ∂C/∂w^l, n_l × n_(l−1), and ∂C/∂b^l, n_l × 1, at
 * l = 2 … L.
 */
export function linearBackprop(layers: readonly LinearLayer[], X: Matrix, Y: Matrix): LinearLayer[] {
  let a = X
  const passed = layers.map(({ w, b }) => {
    const input = a
    a = addColumn(matmul(w, input), b)
    return { w, input }
  })

  let delta = axpy(-1, Y, a)
  const gradient: LinearLayer[] = []
  for (const { w, input } of passed.reverse()) {
    gradient.unshift({ w: matmul(delta, input.T, undefined, 1 / X.cols), b: rowSums(delta, undefined, 1 / X.cols) })
    delta = matmul(w.T, delta)
  }
  return gradient
}
