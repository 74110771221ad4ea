import type { Matrix } from '@nablajs/linalg'

/** What a quantity is, by the chapter's letters: `X` is [x_1 … x_m], `nablaA` is ∇ₐC, `nablaW` and `nablaB` are ∂C/∂w and ∂C/∂b, `pulled` is (w^(l+1))ᵀ δ^(l+1). */
export type QuantityKind = 'x' | 'X' | 'y' | 'w' | 'b' | 'z' | 'a' | 'delta' | 'sigmaPrime' | 'jacobian' | 'nablaA' | 'pulled' | 'nablaW' | 'nablaB' | 'eta'

/** A quantity of one layer with its numbers, copied and frozen: later training changes nothing of it. */
export interface Quantity {
  readonly kind: QuantityKind
  /** l = 1 … L. */
  readonly layer: number
  /** In TeX. */
  readonly symbol: string
  /** Its rows; a vector has one number in each, one for every sample there is. */
  readonly matrix: readonly (readonly number[])[]
  /** The sample that it belongs to, counted from 0, where the matrix is of one sample while the step is of several. */
  readonly sample?: number
}

/**
 * A copy of a matrix under its letter.
 *
 * Shapes: any; `matrix[j][i]` of the result is entry (j, i).
 */
export function quantity(kind: QuantityKind, layer: number, matrix: Matrix, sample?: number): Quantity {
  const rows = matrix.toRows()
  for (const row of rows) Object.freeze(row)
  return Object.freeze({ kind, layer, symbol: SYMBOLS[kind](layer), matrix: Object.freeze(rows), ...(sample !== undefined && { sample }) })
}

const SYMBOLS: Readonly<Record<QuantityKind, (l: number) => string>> = {
  x: () => 'x',
  X: () => 'X',
  y: () => 'y',
  w: (l) => `w^{${l}}`,
  b: (l) => `b^{${l}}`,
  z: (l) => `z^{${l}}`,
  a: (l) => `a^{${l}}`,
  delta: (l) => `\\delta^{${l}}`,
  sigmaPrime: (l) => `\\sigma'(z^{${l}})`,
  jacobian: (l) => `\\frac{\\partial a^{${l}}}{\\partial z^{${l}}}`,
  nablaA: () => '\\nabla_a C',
  pulled: (l) => `(w^{${l + 1}})^T \\delta^{${l + 1}}`,
  nablaW: (l) => `\\frac{\\partial C}{\\partial w^{${l}}}`,
  nablaB: (l) => `\\frac{\\partial C}{\\partial b^{${l}}}`,
  eta: () => '\\eta',
}
