import { expect, it } from 'vitest'
import { sharedDigits } from './sharedDigits.js'

it.each([
  [0.123456789, 0.123451, '0.12345', '6789'],
  [-0.0213, -0.0214, '−0.021', '300000'],
  [0.05, -0.05, '', '0.050000000'],
  [0.0000123, 0.0000456, '', '0.000012300'],
  [0.25, 0.25, '0.250000000', ''],
  [NaN, 0.1, '', 'NaN'],
])('%d beside %d', (value, other, shared, rest) => expect(sharedDigits(value, other)).toEqual({ shared, rest }))
