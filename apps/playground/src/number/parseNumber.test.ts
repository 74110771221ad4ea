import { expect, it } from 'vitest'
import { parseNumber } from './parseNumber.js'

it.each([
  ['0.5', 0.5],
  ['−0,5', -0.5],
  ['-.5', -0.5],
  [' 3 ', 3],
  ['1e-3', 0.001],
  ['4.99×10⁻⁴', 4.99e-4],
  ['2 x 10^3', 2000],
])('reads %s', (text, value) => expect(parseNumber(text)).toBe(value))

it.each(['', '-', '1.2.3', 'NaN', '1e999', 'alert(1)', '0x10'])('does not take %s for a number', (text) => expect(parseNumber(text)).toBeUndefined())
