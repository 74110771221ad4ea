import type { Matrix, Vector } from '@nablajs/linalg'

/**
 * The activation of one neuron, written out: a^l_j = σ(Σ_k w^l_jk a^(l−1)_k + b^l_j).
 *
 * Shapes: w: n_l × n_(l−1), a: n_(l−1) numbers, b: n_l × 1; returns a number.
 *
 * @equation (23)
 */
export function neuron(w: Matrix, a: Vector, b: Matrix, sigma: (z: number) => number, j: number): number {
  let z = b.get(j, 0)
  for (let k = 0; k < w.cols; k++) z += w.get(j, k) * a[k]
  return sigma(z)
}

/**
 * BP1 of one neuron: δ^L_j = ∂C/∂a^L_j · σ′(z^L_j).
 *
 * Shapes: numbers.
 */
export function bp1Neuron(nablaA: number, sigmaPrime: number): number {
  return nablaA * sigmaPrime
}

/**
 * BP2 of one neuron: δ^l_j = Σ_k w^(l+1)_kj δ^(l+1)_k σ′(z^l_j).
 *
 * Shapes: wNext: n_(l+1) × n_l, deltaNext: n_(l+1) numbers; returns a number.
 */
export function bp2Neuron(wNext: Matrix, deltaNext: Vector, sigmaPrime: number, j: number): number {
  let sum = 0
  for (let k = 0; k < wNext.rows; k++) sum += wNext.get(k, j) * deltaNext[k] * sigmaPrime
  return sum
}

/**
 * BP3 of one neuron: ∂C/∂b^l_j = δ^l_j.
 *
 * Shapes: delta: n_l numbers; returns a number.
 */
export function bp3Neuron(delta: Vector, j: number): number {
  return delta[j]
}

/**
 * BP4 of one weight: ∂C/∂w^l_jk = a^(l−1)_k δ^l_j.
 *
 * Shapes: a: n_(l−1) numbers, delta: n_l numbers; returns a number.
 */
export function bp4Weight(a: Vector, delta: Vector, j: number, k: number): number {
  return a[k] * delta[j]
}
