import { expect, it } from 'vitest'
import { quoted, quotedList } from './quoted.js'

it('escapes control characters and cuts long text', () => {
  expect(quoted('a\u001b[31m')).toBe('"a\\u001b[31m"')
  expect(quoted('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`)
})

it('shows the first eight names', () => {
  expect(quotedList(['a', 'b'])).toBe('"a", "b"')
  expect(quotedList(Array.from('abcdefghi'))).toBe('"a", "b", "c", "d", "e", "f", "g", "h", …')
})
