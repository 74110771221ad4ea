import { expect, it } from 'vitest'
import { requireNumber, type Range } from './requireNumber.js'

it.each<[number, Range]>([
  [0, { least: 0, below: 1 }],
  [0.999, { least: 0, below: 1 }],
  [1, { above: 0, most: 1 }],
  [-1e300, {}],
  [1, { whole: true, least: 1 }],
])('takes %s in %o', (value, range) => {
  expect(() => requireNumber('f', 'x', value, range, 'Mend it.')).not.toThrow()
})

it.each<[number, Range, string, string]>([
  [1, { least: 0, below: 1 }, 'a finite number, at least 0 and below 1', '1'],
  [-1, { least: 0, below: 1 }, 'a finite number, at least 0 and below 1', '-1'],
  [0, { above: 0, most: 1 }, 'a finite number, above 0 and at most 1', '0'],
  [2, { above: 0, most: 1 }, 'a finite number, above 0 and at most 1', '2'],
  [NaN, {}, 'a finite number', 'NaN'],
  [Infinity, { least: 0 }, 'a finite number, at least 0', 'Infinity'],
  [1.5, { whole: true, least: 1 }, 'a whole number, at least 1', '1.5'],
  ['1' as never, {}, 'a finite number', "the text '1'"],
])('refuses %s in %o', (value, range, expected, got) => {
  expect(() => requireNumber('f', 'x', value, range, 'Mend it.')).toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'x', where: 'f, x', expected, got, fix: 'Mend it.' }),
  )
})
