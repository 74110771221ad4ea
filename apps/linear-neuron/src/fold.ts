import { addColumn, matmul } from 'nabla'
import type { LinearLayer } from './layersOf.js'

/**
 * Linear layers one after another are one affine map, W x + c: W = w^L ⋯ w^2, and c is what they make of 0.
 *
 * Shapes: w: n_l × n_(l−1), b: n_l × 1; returns w: n_L × n_1, b: n_L × 1.
 */
export function fold(layers: readonly LinearLayer[]): LinearLayer {
  return layers.reduce((map, { w, b }) => ({ w: matmul(w, map.w), b: addColumn(matmul(w, map.b), b) }))
}
