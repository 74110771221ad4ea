import { expect, it } from 'vitest'
import { nearest } from './nearest.js'

const names = ['length', 'width', 'species', 'target']

it.each([
  ['speceis', 'species'],
  ['Width', 'width'],
  ['targt', 'target'],
  ['lengths', 'length'],
])('finds for %s the name %s', (name, wanted) => {
  expect(nearest(name, names)).toBe(wanted)
})

it('finds none where no name is near', () => {
  expect(nearest('petal colour', names)).toBeUndefined()
  expect(nearest('x', [])).toBeUndefined()
})

it('compares long names by their beginnings', () => {
  expect(nearest(`${'a'.repeat(70)}x`, [`${'a'.repeat(70)}y`])).toBe(`${'a'.repeat(70)}y`)
})
