import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { weightRanges } from './weightRanges.js'

it('covers the weights of every layer and no bias', () => {
  const net = network([2, 3, 1, 4], { activation: linear })
  expect(weightRanges(net)).toEqual([[0, 6], [9, 12], [13, 17]])
  net.parameters.fill(0)
  for (const [first, end] of weightRanges(net)) net.parameters.fill(1, first, end)
  for (let l = 2; l <= 4; l++) expect([new Set(net.w[l].data), new Set(net.b[l].data)]).toEqual([new Set([1]), new Set([0])])
})
