import { expect, it } from 'vitest'
import { count, names, notNegative, positive, share, sizes, whole } from './parse.js'

it('reads lists and numbers as they are typed', () => {
  expect(names(' a, b,,c ')).toEqual(['a', 'b', 'c'])
  expect([sizes('16, 8'), sizes('0'), sizes(' 0 ')]).toEqual([[16, 8], [], []])
  expect([count('7'), whole('-7'), positive('1e-3'), share('0'), share('0.5'), notNegative('0')]).toEqual([7, -7, 0.001, 0, 0.5, 0])
})

it.each([
  [count, '0'], [count, '1.5'], [count, ''], [count, '9007199254740993'], [whole, '1.5'], [whole, 'x'], [positive, '0'], [positive, ' '], [positive, 'Infinity'], [notNegative, '-1'], [notNegative, ''], [share, '1'], [share, ''], [share, '-1'], [sizes, '3,'],
])('refuses what is none: %o of %j', (parse, text) => {
  expect(() => parse(text)).toThrow(/^Expected a/)
})
