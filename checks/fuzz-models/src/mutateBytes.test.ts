import { random } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { mutateBytes, wordsOf } from './mutateBytes.js'

const file = Buffer.from('a file of some bytes')

it('makes the same change of the same draws, and leaves the file as it is', () => {
  const before = Buffer.from(file).toString()
  for (let seed = 0; seed < 500; seed++) expect(mutateBytes(file, random(seed))).toEqual(mutateBytes(file, random(seed)))
  expect(file.toString()).toBe(before)
})

it('cuts, doubles, changes and puts words in', () => {
  const made = Array.from({ length: 500 }, (_, seed) => Buffer.from(mutateBytes(file, random(seed), wordsOf('WORD'))).toString('latin1'))
  expect(made.some((text) => text.length < file.length)).toBe(true)
  expect(made.some((text) => text.includes('WORD'))).toBe(true)
  expect(made.some((text) => text.length > file.length + 8)).toBe(true)
  expect(new Set(made).size).toBeGreaterThan(400)
})

it('takes an empty file', () => {
  for (let seed = 0; seed < 200; seed++) expect(mutateBytes(new Uint8Array(), random(seed)).length).toBeLessThan(256)
})
