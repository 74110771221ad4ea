import { linear, network } from 'nabla'
import { expect, it } from 'vitest'
import { layersOf } from './layersOf.js'

it('gives the weights and biases of layers 2 … L, in order', async () => {
  const net = await network([3, 4, 2], { activation: linear })
  expect(layersOf(net)).toEqual([
    { w: net.w[2], b: net.b[2] },
    { w: net.w[3], b: net.b[3] },
  ])
})
