import { expect, it } from 'vitest'
import { matrixTex } from './matrixTex.js'

it('writes small matrices whole, and a single number as one', () => {
  expect(matrixTex([[1, 2], [3, -4]])).toBe('\\begin{bmatrix} 1 & 2 \\\\ 3 & -4 \\end{bmatrix}')
  expect([matrixTex([[7]]), matrixTex([[-7]]), matrixTex([[1e-9]])]).toEqual(['7', '\\left(-7\\right)', '\\left(1 \\times 10^{-9}\\right)'])
})

it('puts dots in the place of what is too much, down, across and both', () => {
  const square = Array.from({ length: 6 }, (_, j) => Array.from({ length: 6 }, (__, k) => 10 * j + k))
  expect(matrixTex(square)).toBe(
    '\\begin{bmatrix} 0 & 1 & 2 & \\cdots & 5 \\\\ 10 & 11 & 12 & \\cdots & 15 \\\\ 20 & 21 & 22 & \\cdots & 25 \\\\ ' +
      '\\vdots & \\vdots & \\vdots & \\ddots & \\vdots \\\\ 50 & 51 & 52 & \\cdots & 55 \\end{bmatrix}',
  )
  expect(matrixTex(square.map(([x = 0]) => [x]))).toBe('\\begin{bmatrix} 0 \\\\ 10 \\\\ 20 \\\\ \\vdots \\\\ 50 \\end{bmatrix}')
})
