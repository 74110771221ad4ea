import { backprop, linear, network, quadratic, reference } from 'nabla'
import { expect, it } from 'vitest'
import { flat, relativeDifference } from './figures.js'
import { layersOf } from './layersOf.js'
import { linearBackprop } from './linearBackprop.js'
import { noisyMap } from './noisyMap.js'

it.each([[[3, 2]], [[3, 4, 2]], [[3, 1, 5, 2]]])('equals the engine for σ(z) = z, by %o', async (sizes) => {
  const { X, Y } = noisyMap(7, 3)
  const net = await network(sizes, { activation: linear, seed: 2, dtype: 'float64', backend: reference })
  const rewritten = flat(linearBackprop(layersOf(net), X, Y))
  expect(relativeDifference(rewritten, backprop(net, quadratic, X, Y).flat)).toBeLessThan(1e-14)
})
