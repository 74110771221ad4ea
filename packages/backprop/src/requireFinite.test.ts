import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { network } from './network.js'
import { firstNonFinite, requireFinite } from './requireFinite.js'

function filled() {
  const net = network([1, 2, 1], { activation: linear, maxBatch: 3 })
  const batch = net.batch(3)
  for (const views of [batch.z, batch.a, batch.delta]) views.forEach((view) => view.data.fill(1))
  return { net, batch }
}

it('finds nothing where all is finite', () => {
  const { net, batch } = filled()
  expect(firstNonFinite(net, batch)).toBeUndefined()
  expect(() => requireFinite('feedforward', net, batch)).not.toThrow()
})

it('finds the first on the way forward, then on the way back', () => {
  const { net, batch } = filled()
  batch.delta[2].set(0, 1, NaN)
  expect(firstNonFinite(net, batch)).toEqual({ layer: 2, neuron: 0, sample: 1, quantity: 'delta', value: NaN })
  expect(firstNonFinite(net, batch, false)).toBeUndefined()
  batch.delta[3].set(0, 2, -Infinity)
  expect(firstNonFinite(net, batch)).toMatchObject({ layer: 3, sample: 2, quantity: 'delta', value: -Infinity })
  batch.a[3].set(0, 0, Infinity)
  expect(firstNonFinite(net, batch)).toMatchObject({ layer: 3, sample: 0, quantity: 'a' })
  batch.z[2].set(1, 2, NaN)
  expect(firstNonFinite(net, batch)).toEqual({ layer: 2, neuron: 1, sample: 2, quantity: 'z', value: NaN })
})

it('blames the weighted input where z itself is not finite', () => {
  const { net, batch } = filled()
  batch.z[2].set(1, 2, Infinity)
  batch.a[3].set(0, 2, Infinity)
  expect(() => requireFinite('feedforward', net, batch)).toThrow(
    expect.objectContaining({ code: 'DataError', sample: 2, where: 'feedforward, layer 2, neuron 1, sample 2', got: 'Infinity' }),
  )
})
