import { expect, it } from 'vitest'
import { rotated } from './rotated.js'

it('lets each be the first once in as many rounds as there are', () => {
  expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc'])
  expect(rotated([], 3)).toEqual([])
})
