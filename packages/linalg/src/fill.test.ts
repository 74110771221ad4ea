import { expect, it } from 'vitest'
import { fill } from './fill.js'
import { zeros } from './zeros.js'

it('sets every entry of a view and nothing beside it', () => {
  const A = zeros(2, 3)
  fill(A.columns(1, 2), 7)
  expect(A.toRows()).toEqual([[0, 7, 0], [0, 7, 0]])
})
