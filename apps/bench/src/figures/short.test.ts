import { expect, it } from 'vitest'
import { short } from './short.js'

it('keeps three digits and names the unit', () => {
  expect([840_123, 1_040_000, 3_204, 98.7, 1.2345, 999_700].map(short)).toEqual(['840k', '1.04M', '3.20k', '98.7', '1.23', '1.00M'])
})

it('shows what was not measured as a dash', () => {
  expect(short(NaN)).toBe('–')
})
