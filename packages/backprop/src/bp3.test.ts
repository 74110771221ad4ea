import { expect, it } from 'vitest'
import { fromRows, zeros } from '@nablajs/linalg'
import { bp3 } from './bp3.js'

it('is the mean of δ over the minibatch, row by row', () => {
  const nablaB = zeros(2, 1)
  bp3(fromRows([[1, 2, 6], [-4, 0, 1]]), nablaB)
  expect(nablaB.toColumns()).toEqual([[3, -1]])
})
