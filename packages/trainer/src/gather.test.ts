import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { gatherBatch, sourcesOf } from './gather.js'

it('puts the chosen samples side by side, times their scale', () => {
  const net = network([2, 1], { activation: linear })
  const sources = sourcesOf({
    size: 3,
    inputs: { rows: 2, data: Uint8Array.of(10, 11, 20, 21, 30, 31), scale: 0.5 },
    targets: { rows: 1, data: Float32Array.of(1, 2, 3) },
    weights: { rows: 1, data: Uint8Array.of(70, 80, 90), scale: 0.5 },
  })
  const batch = net.batch(2)
  gatherBatch(sources, Uint32Array.of(0, 2, 1), 1, batch)
  expect(batch.a[1].toColumns()).toEqual([[15, 15.5], [10, 10.5]])
  expect(batch.y.toColumns()).toEqual([[3], [2]])
  expect(batch.omega.toColumns()).toEqual([[45], [40]])
})

it('leaves the weights of the arena alone where samples have none', () => {
  const net = network([1, 1], { activation: linear })
  const batch = net.batch(1)
  batch.omega.data[0] = 5
  gatherBatch(sourcesOf({ size: 1, inputs: { rows: 1, data: Uint8Array.of(1) }, targets: { rows: 1, data: Uint8Array.of(1) } }), Uint32Array.of(0), 0, batch)
  expect(batch.omega.data[0]).toBe(5)
})
