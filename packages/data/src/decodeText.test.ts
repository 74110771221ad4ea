import { expect, it } from 'vitest'
import { decodeText } from './decodeText.js'

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const refusal = (line: number) => expect.objectContaining({ code: 'FormatError', line, where: `t.csv, line ${line}` }) as unknown

it.each([1, 2, 70_000, 140_000])('names the line of the first byte that is no text, %i', (line) => {
  const before = new TextEncoder().encode('a,ß\n'.repeat(line - 1))
  const bytes = new Uint8Array(before.length + 3)
  bytes.set(before)
  bytes.set(latin1('s\u00ed\n'), before.length)
  expect(() => decodeText('t.csv', bytes)).toThrow(refusal(line))
})

it('names the last line where the end is within a character', () => {
  expect(() => decodeText('t.csv', latin1('a\nb\n\u00c3'))).toThrow(refusal(3))
})

it('names the line in another encoding, and beside a mark', () => {
  expect(() => decodeText('t.csv', latin1('a\n\u0081\u00ff'), 'shift_jis')).toThrow(refusal(2))
  expect(() => decodeText('t.csv', Uint8Array.of(0xff, 0xfe, 97, 0, 10, 0, 0, 0xd8, 97, 0))).toThrow(refusal(2))
})
