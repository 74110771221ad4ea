import { expect, it } from 'vitest'
import { fromRows } from '@nablajs/linalg'
import { quantity } from './quantity.js'

it('copies a matrix as rows, under its letter', () => {
  const w = fromRows([[1, 2], [3, 4]])
  const found = quantity('w', 3, w)
  w.set(0, 0, 9)
  expect(found).toEqual({ kind: 'w', layer: 3, symbol: 'w^{3}', matrix: [[1, 2], [3, 4]] })
})

it('knows the letter of each kind', () => {
  const zero = fromRows([[0]])
  const kinds = ['x', 'X', 'y', 'b', 'z', 'a', 'delta', 'sigmaPrime', 'jacobian', 'nablaA', 'pulled', 'nablaW', 'nablaB', 'eta'] as const
  expect(kinds.map((kind) => quantity(kind, 2, zero).symbol)).toEqual([
    'x', 'X', 'y', 'b^{2}', 'z^{2}', 'a^{2}', '\\delta^{2}', "\\sigma'(z^{2})", '\\frac{\\partial a^{2}}{\\partial z^{2}}', '\\nabla_a C', '(w^{3})^T \\delta^{3}',
    '\\frac{\\partial C}{\\partial w^{2}}', '\\frac{\\partial C}{\\partial b^{2}}', '\\eta',
  ])
  expect(quantity('jacobian', 2, zero, 4).sample).toBe(4)
})
