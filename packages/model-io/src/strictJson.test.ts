import { expect, it } from 'vitest'
import fc from 'fast-check'
import { strictJson } from './strictJson.js'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('reads what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      fc.pre(!text.includes('__proto__'))
      const value: unknown = JSON.parse(text)
      expect(plain(strictJson(text, 'x'))).toEqual(plain(value))
    }),
  )
  expect(plain(strictJson(' { "a" : [ 1 , -2.5e-3 , true , null , "\\u00e9\\n" ] } ', 'x'))).toEqual({ a: [1, -0.0025, true, null, 'é\n'] })
  expect(Object.getPrototypeOf(strictJson('{}', 'x'))).toBe(null)
  expect(strictJson('["\\\\", "\\"", "\\\\\\""]', 'x')).toEqual(['\\', '"', '\\"'])
})

it.each([
  ['{"a":1,"a":2}', 'x, character 7: expected another key, got "a" twice'],
  ['{"__proto__":1}', 'got "__proto__"'],
  ['[9007199254740993]', 'a number that a double holds'],
  ['[1e999]', 'a number that a double holds, got 1e999'],
  ['['.repeat(200_000), 'brackets at most 32 deep'],
  ['[1,]', 'a value'],
  ['[1 2]', "',' or ']'"],
  ['{"a" 1}', "':'"],
  ['{"a":1 "b":2}', "',' or '}'"],
  ['{a:1}', 'text in quotes, got "a"'],
  ['[01]', "',' or ']'"],
  ['[+1]', 'a value'],
  ['["\u0001"]', 'x, character 1: expected text without control characters'],
  ['["\\x"]', 'escapes as JSON has them'],
  ['["\\u12g4"]', 'escapes as JSON has them'],
  ['["a\\"]', 'one without an end'],
  ['["a', 'one without an end'],
  ['[truth]', 'a value, got "t"'],
  ['[1] x', 'the end, got more text'],
  ['', 'a value, got the end'],
  ['nul', 'a value'],
])('refuses %s', (text, message) => {
  expect(() => strictJson(text, 'x')).toThrow(message)
})

it('reads texts that are too long for a pattern', () => {
  const text = 'a\\n'.repeat(5_000_000)
  expect(strictJson(`"${text}"`, 'x')).toHaveLength(10_000_000)
})
