import { expect, it } from 'vitest'
import { fromRows, zeros } from '@nablajs/linalg'
import { bp4 } from './bp4.js'

it('is the mean over the minibatch of a_in δ_out: entry (j, k) is the mean of a_k δ_j', () => {
  const a = fromRows([[1, 2], [3, 4], [5, 6]])
  const delta = fromRows([[2, 0], [-1, 4]])
  const nablaW = zeros(2, 3)
  bp4(a, delta, nablaW)
  expect(nablaW.toRows()).toEqual([[1, 3, 5], [3.5, 6.5, 9.5]])
})
