import { fromFunction, matmul, addColumn, fromColumns, random, type Matrix } from 'nabla'

/** Standard deviation of what no affine map explains. */
const NOISE = 0.2

/**
 * Samples of an affine map with noise: x is standard normal, y = W x + c and a normal error.
 *
 * Shapes: returns X: 3 × size, Y: 2 × size.
 */
export function noisyMap(size: number, seed: number): { X: Matrix; Y: Matrix } {
  const draws = random(seed)
  const W = fromColumns([[1, -0.5], [-2, 0.25], [0.5, 1.5]], { dtype: 'float64' })
  const c = fromColumns([[0.5, -1]], { dtype: 'float64' })
  const X = fromFunction(3, size, () => draws.normal(), { dtype: 'float64' })
  const Y = addColumn(matmul(W, X), c)
  return { X, Y: fromFunction(2, size, (j, i) => Y.get(j, i) + NOISE * draws.normal(), { dtype: 'float64' }) }
}
