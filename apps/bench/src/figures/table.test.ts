import { expect, it } from 'vitest'
import { table } from './table.js'

it('aligns the first column to the left and the others to the right', () => {
  expect(table([['peer', 'W1'], ['by hand', '10.6k'], ['ours', '7']])).toBe('peer        W1\nby hand  10.6k\nours         7')
})

it('takes rows that end early', () => {
  expect(table([['a'], ['b', '1']])).toBe('a\nb  1')
})
