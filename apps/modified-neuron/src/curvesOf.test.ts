import { sigmoid, xor } from 'nabla'
import { expect, it } from 'vitest'
import { curvesOf, meanOf } from './curvesOf.js'

it('gives a curve of the cost for each seed, the same each time', async () => {
  const training = { samples: xor(), epochs: 3, batchSize: 4, learningRate: 1, seeds: [1, 2] }
  const layers = [2, { neurons: 1, activation: sigmoid }]
  const curves = await curvesOf(layers, training)
  expect(curves.map((curve) => curve.length)).toEqual([3, 3])
  expect(curves[0]).not.toEqual(curves[1])
  expect(await curvesOf(layers, training)).toEqual(curves)
})

it('takes the mean of curves', () => {
  expect(meanOf([[1, 2], [3, 6]])).toEqual([2, 4])
  expect(meanOf([])).toEqual([])
})
