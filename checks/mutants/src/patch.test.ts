import { expect, it } from 'vitest'
import { applyPatch, readPatch } from './patch.js'

const text = 'file: a.ts\nred: a.test.ts, b.test.ts\n<<<<\n  x + 1\n====\n  x - 1\n>>>>\n'

it('reads the file, the tests, and what stands in the place of what', () => {
  expect(readPatch('minus', text)).toEqual({ name: 'minus', file: 'a.ts', red: ['a.test.ts', 'b.test.ts'], search: '  x + 1', replacement: '  x - 1' })
  expect(readPatch('gone', 'file: a.ts\nred: a.test.ts\n<<<<\nx\n====\n>>>>\n').replacement).toBe('')
  expect(() => readPatch('other', 'x')).toThrow('not the form of a patch')
})

it('applies exactly once, or fails', () => {
  const patch = readPatch('minus', text)
  expect(applyPatch(patch, 'a\n  x + 1\nb')).toBe('a\n  x - 1\nb')
  expect(() => applyPatch(patch, 'a')).toThrow('minus applies 0 times to a.ts, and must apply once')
  expect(() => applyPatch(patch, '  x + 1\n  x + 1')).toThrow('applies 2 times')
})
