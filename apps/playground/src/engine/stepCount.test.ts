import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { trace } from '@nablajs/explain'
import { expect, it } from 'vitest'
import { stepCount } from './stepCount.js'

it.each([2, 3, 4, 5, 6])('is the length of a trace through %i layers', (L) => {
  const net = network(Array.from({ length: L }, () => 2), { activation: sigmoid, seed: 1 })
  expect(trace(net, quadratic, [1, 0], [0, 1], { learningRate: 1 }).steps).toHaveLength(stepCount(L))
})
