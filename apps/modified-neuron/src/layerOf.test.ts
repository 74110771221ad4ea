import { network } from 'nabla'
import { expect, it } from 'vitest'
import { layerOf } from './layerOf.js'

it('shows layers 2 … L', async () => {
  const net = await network([3, 4, 2])
  const { w, z, a, delta, input } = layerOf(net, 3)
  expect([w.rows, w.cols, z.rows, a.rows, delta.rows, input.rows]).toEqual([2, 4, 2, 2, 2, 4])
})

it.each([0, 1, 4])('refuses layer %i of three', async (l) => {
  const net = await network([3, 4, 2])
  expect(() => layerOf(net, l)).toThrow(`layer ${l} of a network of 3 layers, of which 2 … 3 have weights`)
})
