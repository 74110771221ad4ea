import { expect, it } from 'vitest'
import { numberTex } from './numberTex.js'

it.each([
  [0, '0'],
  [-0, '0'],
  [-4, '-4'],
  [0.31234, '0.312'],
  [12345, '12300'],
  [0.0005, '0.0005'],
  [0.000499, '4.99 \\times 10^{-4}'],
  [-2.5e-7, '-2.5 \\times 10^{-7}'],
  [123456, '1.23 \\times 10^{5}'],
])('%d is %s', (x, tex) => {
  expect(numberTex(x)).toBe(tex)
})
