import { expect, it } from 'vitest'
import { linear, sigmoid, type Activation } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { errors } from './errors.js'
import { network } from './network.js'

function loaded(layers = 4) {
  const net = network([2, ...Array.from({ length: layers - 1 }, (_, i) => 3 - (i % 2))], { activation: sigmoid, dtype: 'float64', seed: 5 })
  const batch = net.batch(3)
  batch.a[1].data.set([0.5, -1, 2, 0.25, -0.75, 1])
  batch.y.data.fill(0.3)
  batch.omega.data.set([1, 3, 0])
  return { net, batch }
}

it('(29) gives δ^l_j = ∂C_x/∂z^l_j: what a small Δz at the neuron does to the cost', () => {
  const { net, batch } = loaded()
  errors(net, quadratic, batch)
  const h = 1e-5
  for (let l = 2; l <= net.L; l++) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < net.sizes[l - 1]; j++) {
        const pushed = (costAfterPush(l, j, i, h) - costAfterPush(l, j, i, -h)) / (2 * h)
        expect(Math.abs(batch.delta[l].get(j, i) - pushed)).toBeLessThan(1e-9)
      }
    }
  }
})

/** A demon adds Δz to z^l_j by way of the bias: for one sample that is the same. */
function costAfterPush(l: number, j: number, i: number, deltaZ: number): number {
  const { net, batch } = loaded()
  net.b[l].data[j] += deltaZ
  errors(net, quadratic, batch)
  return quadratic.value(batch.a[net.L].column(i), batch.y.column(i))
}

it('multiplies column i of δ by ω_i in every layer where asked to, and only then', () => {
  const plain = loaded()
  errors(plain.net, quadratic, plain.batch)
  const weighted = loaded()
  errors(weighted.net, quadratic, weighted.batch, true)
  for (let l = 2; l <= 4; l++) {
    const omega = [1, 3, 0]
    plain.batch.delta[l].data.forEach((d, at) => {
      const i = Math.floor(at / plain.net.sizes[l - 1])
      expect(weighted.batch.delta[l].data[at]).toBeCloseTo(omega[i] * d, 14)
    })
  }
})

it('works without a hidden layer: δ² = ∇ₐC for a linear neuron', () => {
  const net = network([1, 1], { activation: linear, dtype: 'float64' })
  net.parameters.set([2, 1])
  const batch = net.batch(1)
  batch.a[1].data[0] = 3
  batch.y.data[0] = 5
  errors(net, quadratic, batch)
  expect(batch.delta[2].data[0]).toBe(2)
})

it('gives each layer its own σ′, at its own z and a', () => {
  const seen: unknown[][] = []
  const spyOn = (layer: number): Activation => ({
    ...sigmoid,
    pullback(z, a, g, delta) {
      seen.push([layer, z, a])
      sigmoid.pullback(z, a, g, delta)
    },
  })
  const net = network([2, ...[2, 3, 4].map((layer) => ({ neurons: 2, activation: spyOn(layer) }))], { dtype: 'float64' })
  const batch = net.batch(1)
  errors(net, quadratic, batch)
  expect(seen.map(([layer]) => layer)).toEqual([4, 3, 2])
  for (const [layer, z, a] of seen) {
    expect(z).toBe(net.z[Number(layer)])
    expect(a).toBe(net.a[Number(layer)])
  }
})
