import { feedforward, linear, network, reference } from 'nabla'
import { expect, it } from 'vitest'
import { fold } from './fold.js'
import { layersOf } from './layersOf.js'

it.each([[[3, 2]], [[3, 4, 5, 2]]])('is the network as one map, by %o', async (sizes) => {
  const net = await network(sizes, { activation: linear, seed: 4, dtype: 'float64', backend: reference })
  const { w, b } = fold(layersOf(net))
  const x = [0.3, -2, 1.5]
  const output = feedforward(net, x)
  w.toRows().forEach((row, j) => {
    expect(row.reduce((sum, wjk, k) => sum + wjk * (x[k] ?? NaN), b.get(j, 0))).toBeCloseTo(output.get(j, 0), 12)
  })
})
