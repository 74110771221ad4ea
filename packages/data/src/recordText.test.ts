import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordText } from './recordText.js'

it('cuts at the last end of a line outside quotes, and never within \\r\\n', () => {
  const records = recordText()
  expect(records.add('a,b\r\nc,"d\n')).toBe('a,b\r\n')
  expect(records.waiting).toBe(5)
  expect(records.add('e""f\n')).toBe('')
  expect(records.add('"\r')).toBe('')
  expect(records.add('\ng\rh')).toBe('c,"d\ne""f\n"\r\ng\r')
  expect(records.waiting).toBe(1)
  expect(records.add('\r')).toBe('')
  expect(records.rest()).toBe('h\r')
})

it('gives all of the text, however it comes, and an even count of quotes each time', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') })
  fc.assert(
    fc.property(fc.array(text), (pieces) => {
      const records = recordText()
      const cut = pieces.map((piece) => records.add(piece))
      for (const whole of cut) expect(whole).toMatch(/^$|^[^"]*("[^"]*"[^"]*)*[\n\r]$/)
      expect(cut.join('') + records.rest()).toBe(pieces.join(''))
    }),
  )
})
