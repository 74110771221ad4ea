import { expect, it } from 'vitest'
import { counted, printable, printableLines, terminal } from './terminal.js'
import { memoryIo } from '../testing/memoryIo.js'

it('keeps results and remarks apart', async () => {
  const { io, stdout, stderr } = memoryIo()
  const text = terminal(io, {})
  text.note('on the way')
  text.show('result')
  text.value({ a: 1 })
  const json = terminal(io, { json: true, quiet: true })
  json.note('not said')
  json.show('not shown')
  json.value({ a: 1 })
  await new Promise((resolve) => setImmediate(resolve))
  expect(stdout()).toBe('result\n{\n  "a": 1\n}\n')
  expect(stderr()).toBe('on the way\n')
  expect([text.width, text.moves, text.styled('red', 'x')]).toEqual([80, false, 'x'])
})

it('shows no control character of a file, and no character that turns text round', () => {
  expect(printable('a\u001b[31mb\u202Ec\n')).toBe('a\\u{1b}[31mb\\u{202e}c\\u{a}')
  expect(printable('Zürich 日本')).toBe('Zürich 日本')
})

it('keeps the ends of lines where it is told that there are several', () => {
  expect(printableLines('a\u0007\n- b\r')).toBe('a\\u{7}\n- b\\u{d}')
})

it('shows none on the way either', async () => {
  const { io, stderr } = memoryIo()
  terminal(io, {}).note('a folder called \u001b[2J')
  await new Promise((resolve) => setImmediate(resolve))
  expect(stderr()).toBe('a folder called \\u{1b}[2J\n')
})

it('writes counts with commas', () => {
  expect(counted(50000.4)).toBe('50,000')
})
