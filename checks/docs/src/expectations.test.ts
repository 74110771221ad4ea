import { expect, it } from 'vitest'
import { expectationsOf, isExpected } from './expectations.js'

it('takes the comment behind a console.log, and the comments directly under it', () => {
  const { code, expectations } = expectationsOf("console.log('a') // a\nconst s = 'console.log(1) // 2'\n\nif (s) console.log(x(1,\n  2)) // b\n// c\n\n// not this")
  expect(expectations).toEqual([
    { line: 1, expected: ['a'] },
    { line: 5, expected: ['b', 'c'] },
  ])
  expect(code.split('\n').slice(0, 5)).toEqual(["shown(1)('a') // a", "const s = 'console.log(1) // 2'", '', 'if (s) shown(5)(x(1,', '  2)) // b'])
})

it('leaves a console.log without a comment alone', () => {
  const code = 'console.log(1)\n// a comment on what follows\nconsole.log(2)'
  expect(expectationsOf(code)).toEqual({ code, expectations: [] })
})

it.each([
  [['1'], ['1'], true],
  [['1'], ['2'], false],
  [['1'], [], false],
  [['1'], ['1', '2'], false],
  [['1', '2'], ['1'], false],
  [['1', '…'], ['1', '2', '3'], true],
  [['1', '…'], ['2', '2'], false],
  [['…'], ['1'], false],
])('expected %j, printed %j: %s', (expected, printed, same) => {
  expect(isExpected(expected, printed)).toBe(same)
})
