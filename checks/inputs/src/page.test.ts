import { expect, it } from 'vitest'
import type { BadInput } from './badInput.js'
import { page } from './page.js'

const refused: BadInput = { number: 1, given: 'a | b', answer: 'error', names: [], give: () => Promise.resolve(undefined) }
const decided: BadInput = { ...refused, number: 41, given: 'a clock', simulated: 'times are changed', answer: 'policy', policy: 'Not looked at.' }

it('writes a row for each input, in the table of its number, with what was said in code', () => {
  const text = page([{ input: refused, answer: { refusedBy: 'DataError', said: 'x | y: `z`' } }, { input: decided, answer: { said: 'one\ntwo' } }], '')
  expect(text).toContain('| 1 | a \\| b | `DataError` `` x \\| y: `z` `` |')
  expect(text.slice(text.indexOf('## The machine'))).toContain('| 41 | a clock (only simulated: times are changed) | Not looked at. `one`<br>`two` |')
})

it('keeps the row of an input that could not be given here', () => {
  const before = page([{ input: refused, answer: { refusedBy: 'DataError', said: 'as before' } }], '')
  expect(page([{ input: refused }], before)).toBe(before)
  expect(page([{ input: refused }], '')).toContain('not run')
})
