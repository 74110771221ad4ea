import { expect, it } from 'vitest'
import { csvLine } from './csvLine.js'

it('quotes what has to be, and on request what a spreadsheet would take for a formula', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 1.5])).toBe('a,"b,c","d""e",1.5\n')
  expect(csvLine(['=cmd|x', '-1', -1], true)).toBe("'=cmd|x,'-1,-1\n")
  expect(csvLine(['=cmd|x'])).toBe('=cmd|x\n')
})
