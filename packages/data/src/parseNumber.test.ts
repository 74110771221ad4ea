import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseNumber } from './parseNumber.js'

it.each([
  ['0', 0],
  ['-1.5', -1.5],
  ['+2', 2],
  ['.5', 0.5],
  ['3.', 3],
  ['1e3', 1000],
  ['-2.5E-3', -0.0025],
  [' \t7 ', 7],
  ['007', 7],
])('reads %j', (text, number) => {
  expect(parseNumber(text)).toBe(number)
})

it.each([
  '', ' ', '.', '-', '+', 'e3', '1e', '1e+', '0x10', '0b1', '0o7', '1_000', '1,5', '1 000', '1.2.3', '--1', '1e999', '-1e999',
  'Infinity', 'NaN', 'NA', '?', 'null', '50%', '€5', '−1', '１', '1\u0000', '\u00a01', '1\u001a', '1n', '1'.repeat(401),
])('refuses %j', (text) => {
  expect(parseNumber(text)).toBeUndefined()
})

it('reads back every finite number as JavaScript writes it', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(parseNumber(String(x))).toBe(x === 0 ? 0 : x)
    }),
  )
})

it('rounds every decimal as Number does, of few digits and of many', () => {
  const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength })
  fc.assert(
    fc.property(fc.constantFrom('', '-', '+'), digits(17), fc.constantFrom('', '.'), digits(17), (sign, whole, point, rest) => {
      const text = `${sign}${whole}${point}${rest}`
      fc.pre(/\d/.test(text))
      expect(parseNumber(text)).toBe(Number(text))
    }),
    { numRuns: 5000 },
  )
})

it('gives a finite number or none for any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-.eE ')) })), (text) => {
      const number = parseNumber(text)
      if (number !== undefined) expect(number).toBe(Number(text))
    }),
  )
})
