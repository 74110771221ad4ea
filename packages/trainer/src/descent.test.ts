import { expect, it } from 'vitest'
import fc from 'fast-check'
import { sigmoid, tanh } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { errors, network } from '@nablajs/backprop'
import { random, reference, type Backend } from '@nablajs/linalg'
import { descentOf } from './descent.js'
import { momentum } from './momentum.js'
import { sgd } from './sgd.js'

it('goes down in one pass to the same bits as by the whole gradient', () => {
  const width = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(fc.array(width, { minLength: 2, maxLength: 5 }), width, fc.nat(), fc.constantFrom('float32', 'float64'), (sizes, m, seed, dtype) => {
      const parameters = [true, false].map((fusedPass) => {
        const net = network(sizes.map((neurons, i) => (i === 1 ? { neurons, activation: tanh } : neurons)), { activation: sigmoid, seed, dtype })
        const batch = net.batch(m)
        const draws = random(seed)
        batch.a[1].data.forEach((_, i, x) => (x[i] = draws.normal()))
        batch.y.data.forEach((_, i, y) => (y[i] = draws.uniform()))
        const { kernel: _, ...plain } = sgd()
        const descent = descentOf(net, fusedPass ? sgd() : plain, [], { learningRate: 0.3, step: 1, weightRanges: [] })
        for (let step = 0; step < 3; step++) {
          errors(net, quadratic, batch)
          descent(batch)
        }
        return net.parameters
      })
      expect(parameters[0]).toEqual(parameters[1])
    }),
  )
})

it('hands plain descent to the backend, with η in one cell, and nothing else', () => {
  const seen: unknown[] = []
  const descend: Backend['descend'] = (eta, scale) => seen.push({ eta, scale })
  const net = network([2, 1], { activation: sigmoid, backend: { ...reference, descend } })
  const info = { learningRate: 0.25, step: 1, weightRanges: [] }
  descentOf(net, momentum(), [new Float32Array(net.parameters.length)], info)(net.batch(4))
  expect(seen).toEqual([])
  descentOf(net, sgd(), [], info)(net.batch(4))
  expect(seen).toMatchObject([{ eta: { rows: 1, cols: 1, data: Float64Array.of(0.25) }, scale: 1 / 4 }])
})
