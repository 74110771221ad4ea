import { expect, it } from 'vitest'
import fc from 'fast-check'
import { dressedNumber } from './dressedNumber.js'

it.each([
  ['1,234', 'with separators'],
  ['1.234.567,89', 'with separators'],
  ["1'234.5", 'with separators'],
  ['1 234', 'with separators'],
  ['1\u00a0234', 'with separators'],
  ['1\u202f234,5', 'with separators'],
  ['1,5', 'with separators'],
  ['12%', 'with a percent sign'],
  ['12,5 %', 'with a percent sign'],
  ['3‰', 'with a percent sign'],
  ['€5', 'with the sign of a currency'],
  ['-$1,234.50', 'with the sign of a currency'],
  ['5 €', 'with the sign of a currency'],
  ['USD 5', 'with the sign of a currency'],
  ['−1', 'with a minus that is no hyphen'],
  ['－１', 'in digits that are not ASCII'],
  ['٣', undefined],
  ['１２', 'in digits that are not ASCII'],
  ['5\u00a0', 'with blanks that are no spaces'],
  ['1e999', 'which is not finite'],
  ['-Infinity', 'which is not finite'],
  ['1.5', undefined],
  [' -2e3 ', undefined],
  ['', undefined],
  ['%', undefined],
  ['€', undefined],
  ['red', undefined],
  ['2024-01-02', undefined],
  ['0x10', undefined],
  ['12,34,56', undefined],
])('%j: %s', (cell, what) => {
  expect(dressedNumber(cell)).toBe(what)
})

it('says nothing of plain numbers, and knows each of them behind a sign', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(dressedNumber(String(x))).toBeUndefined()
      expect(dressedNumber(`${x} %`)).toBe('with a percent sign')
    }),
  )
})
