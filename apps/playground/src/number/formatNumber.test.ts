import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactNumber, formatNumber } from './formatNumber.js'
import { parseNumber } from './parseNumber.js'

it.each([
  [0, '0'],
  [-0, '0'],
  [1, '1.00'],
  [-0.42, '−0.420'],
  [0.731058, '0.731'],
  [0.0123, '0.0123'],
  [0.00123, '0.00123'],
  [12.345, '12.3'],
  [123.4, '123'],
  [12345.6, '12346'],
  [0.9996, '1.00'],
  [9.996, '10.0'],
  [99.96, '100'],
  [0.0005, '0.000500'],
  [0.000499, '4.99×10⁻⁴'],
  [-1e-12, '−1.00×10⁻¹²'],
  [2.5e7, '2.50×10⁷'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
  [NaN, 'NaN'],
])('%d is drawn %s', (value, text) => expect(formatNumber(value)).toBe(text))

it('what is drawn is the number, to half a unit of its third digit, with its sign', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
      const text = formatNumber(value)
      const read = parseNumber(text)!
      expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 0.00502)
      expect(text).not.toMatch(/^−0(\.0*)?$|-|e/)
    }),
  )
})

it('says all digits where asked', () => {
  expect(exactNumber(-0.1)).toBe('−0.1')
  expect(exactNumber(-0)).toBe('0')
})
