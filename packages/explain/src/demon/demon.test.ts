import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linear, sigmoid } from '@nablajs/activations'
import { feedforward, network } from '@nablajs/backprop'
import { absolute, quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { anyDrawn, isWellInside, problemOf } from '../testing/anyNet.js'
import { demon } from './demon.js'

const float64 = { dtype: 'float64' } as const
const sigma = (z: number) => 1 / (1 + Math.exp(-z))

it('predicts δ Δz and measures what going forward gives, on one neuron worked by hand', () => {
  const net = network([1, 1], { activation: sigmoid, ...float64 })
  net.parameters.set([2, -1])
  // z = 2 · 1.5 − 1 = 2, C = ½(0 − σ(2))², δ = σ(2) σ(2)(1 − σ(2)).
  const found = demon(net, quadratic, [1.5], [0], { layer: 2, neuron: 0, deltaZ: [-0.5, 3] })
  const delta = sigma(2) ** 2 * (1 - sigma(2))
  expect(found.derivative).toBeCloseTo(delta, 14)
  expect(found.cost).toBeCloseTo(0.5 * sigma(2) ** 2, 14)
  expect(found.kind).toBe(-1)
  expect(found.measurements.map(({ predicted }) => predicted)).toEqual([expect.closeTo(-0.5 * delta, 14), expect.closeTo(3 * delta, 14)])
  const actual = (change: number) => 0.5 * (sigma(2 + change) ** 2 - sigma(2) ** 2)
  expect(found.measurements[0].actual).toBeCloseTo(actual(-0.5), 14)
  expect(found.measurements[1].actual).toBeCloseTo(actual(3), 14)
})

it('changes the cost by what a bias changed by Δz changes it, at any neuron of any network', () => {
  fc.assert(
    fc.property(anyDrawn(), fc.nat(), fc.nat(), fc.double({ min: -2, max: 2, noNaN: true }), (drawn, layer, neuron, deltaZ) => {
      const { net, cost, X, Y } = problemOf(drawn)
      const l = 2 + (layer % (net.L - 1))
      const j = neuron % net.sizes[l - 1]
      const [x, y] = [X.column(0), Y.column(0)]
      const before = cost.value(feedforward(net, x).data, y)
      const { measurements } = demon(net, cost, x, y, { layer: l, neuron: j, deltaZ })
      net.b[l].data[j] += deltaZ
      const after = cost.value(feedforward(net, x).data, y)
      expect(Math.abs(measurements[0].actual - (after - before))).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(before) + Math.abs(after)))
    }),
    { numRuns: 100 },
  )
})

it('is right to first order for z and for a, where there is no kink', () => {
  fc.assert(
    fc.property(anyDrawn(), fc.nat(), fc.constantFrom('z' as const, 'a' as const), (drawn, layer, at) => {
      fc.pre(drawn.cost !== absolute)
      const problem = problemOf(drawn, { kinks: false })
      const { net, cost, X, Y } = problem
      fc.pre(isWellInside(problem))
      const h = 1e-5
      const { derivative, measurements } = demon(net, cost, X.column(0), Y.column(0), { layer: 2 + (layer % (net.L - 1)), neuron: 0, at, deltaZ: [-h, h] })
      expect(Math.abs((measurements[1].actual - measurements[0].actual) / (2 * h) - derivative)).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(derivative)))
    }),
    { numRuns: 100 },
  )
})

it('finds where the linear prediction stops holding', () => {
  const net = network([1, 1], { activation: linear, ...float64 })
  net.parameters.set([1, 0])
  // C = ½(1 + Δz)², ΔC = Δz + Δz²/2, off by Δz²/2: above a tenth of |ΔC| from Δz = 2/9 on, and below from −2/11 on.
  const { stops, measurements } = demon(net, quadratic, [1], [0], { layer: 2, neuron: 0 })
  expect(measurements.length).toBe(81)
  expect([measurements[0].change, measurements[80].change]).toEqual([-4, 4])
  expect(stops.above).toBeCloseTo(2 / 9, 6)
  expect(stops.below).toBeCloseTo(-2 / 11, 6)
  expect(demon(net, quadratic, [1], [0], { layer: 2, neuron: 0, tolerance: 0.5, deltaZ: [0.1, 1.9] }).stops).toEqual({ below: undefined, above: undefined })
  expect(demon(net, quadratic, [1], [0], { layer: 2, neuron: 0, deltaZ: 3 }).stops.above).toBeCloseTo(2 / 9, 5)
})

it('can do nothing where the neuron is saturated or the output is right', () => {
  const net = network([1, 1, 1], { activation: sigmoid, ...float64 })
  net.parameters.set([0, 800, 1, 0])
  const { derivative, measurements, stops } = demon(net, quadratic, [0], [0], { layer: 2, neuron: 0 })
  expect(Math.abs(derivative)).toBeLessThan(1e-300)
  expect(measurements.every(({ actual, holds }) => actual === 0 && holds)).toBe(true)
  expect(stops).toEqual({ below: undefined, above: undefined })
  const right = network([1, 1], { activation: linear, ...float64, initialiser: () => undefined })
  expect(demon(right, quadratic, [1], [0], { layer: 2, neuron: 0, deltaZ: 1 }).kind).toBe(0)
})

it('leaves the network as it was, of either type', () => {
  const net = network([2, 2, 1], { activation: sigmoid })
  feedforward(net, fromColumns([[1, 2]]))
  const [parameters, z] = [net.parameters.slice(), net.z[2].data.slice()]
  const { derivative } = demon(net, quadratic, fromColumns([[3, 4]]), [1], { layer: 2, neuron: 1, at: 'a' })
  expect([net.parameters, net.z[2].data]).toEqual([parameters, z])
  expect(derivative).not.toBe(0)
})

it('refuses a neuron that is not there, a change that is none, several samples', () => {
  const net = network([2, 2, 1], { activation: sigmoid })
  const place = { layer: 2, neuron: 0 }
  const refused = (option: string): unknown => expect.objectContaining({ code: 'OptionError', option })
  expect(() => demon(net, quadratic, [1, 2], [1], { layer: 1, neuron: 0 })).toThrow(refused('layer'))
  expect(() => demon(net, quadratic, [1, 2], [1], { layer: 2, neuron: 2 })).toThrow(refused('neuron'))
  expect(() => demon(net, quadratic, [1, 2], [1], { ...place, deltaZ: NaN })).toThrow(refused('deltaZ'))
  expect(() => demon(net, quadratic, [1, 2], [1], { ...place, deltaZ: [] })).toThrow(refused('deltaZ'))
  expect(() => demon(net, quadratic, [1, 2], [1], { ...place, tolerance: 0 })).toThrow(refused('tolerance'))
  expect(() => demon(net, quadratic, fromColumns([[1, 2], [3, 4]]), fromColumns([[1], [0]]), place)).toThrow(expect.objectContaining({ code: 'ShapeError', where: 'demon, x' }))
  expect(() => demon(net, quadratic, [1, 2, 3], [1], place)).toThrow(expect.objectContaining({ code: 'ShapeError', where: 'demon, X' }))
})
