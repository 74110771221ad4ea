import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answersTo } from './answersTo.js'
import { inputs } from './inputs/index.js'
import { page } from './page.js'
import { root } from './root.js'

const answered = await answersTo(inputs)
for (const { input, answer, problem } of answered) {
  if (!answer && problem === undefined) console.warn(`NOT RUN: ${input.number}, ${input.given}: this machine has not what it needs`)
}

it('has an input for each number of the list', () => {
  expect([...new Set(inputs.map(({ number }) => number))]).toEqual(Array.from({ length: 44 }, (_, i) => i + 1))
})

it('names no input twice', () => {
  const names = inputs.map(({ number, given }) => `${number} ${given}`)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

it('gets a typed error with its place and a way out, or a decision that is said, for each', () => {
  expect(answered.flatMap(({ problem }) => problem ?? [])).toEqual([])
})

it('holds the document to what is said', () => {
  const written = readFileSync(join(root, 'docs', 'bad-inputs.md'), 'utf8')
  expect(page(answered, written)).toBe(written)
})
