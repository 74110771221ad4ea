import { expect, it } from 'vitest'
import { defineActivation, sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { race } from './race.js'

/** A network whose own activation counts: a forward pass takes one unit of time, a backward pass another. */
function timedNetwork(inputs: number) {
  let time = 0
  const activation = defineActivation({ name: 'timed', f: (z) => ((time += 1), z), fPrime: () => ((time += 1), 1) })
  return { net: network([inputs, 1], { activation, dtype: 'float64' }), now: () => time }
}

it('measures every pass where there is time for all', () => {
  const { net, now } = timedNetwork(9)
  const start = net.parameters.slice()
  const found = race(net, quadratic, new Float64Array(9).fill(1), [0], { budget: 100, now })
  expect(found).toEqual({
    parameters: 10,
    backprop: { time: 2, rounds: 50, forward: 1, backward: 1 },
    differences: { time: 11, forwardPasses: 11, measured: 11, extrapolated: false },
    ratio: 5.5,
  })
  expect(net.parameters).toEqual(start)
})

it('extrapolates where there is not, and says so', () => {
  const { net, now } = timedNetwork(9999)
  const { differences, ratio } = race(net, quadratic, new Float64Array(9999), [0], { budget: 20, now })
  expect(differences).toEqual({ time: 10_001, forwardPasses: 10_001, measured: 20, extrapolated: true })
  expect(ratio).toBe(5000.5)
})

it('runs by the clock of the machine, and leaves the parameters as they were', () => {
  const net = network([20, 30, 10], { activation: sigmoid })
  const start = net.parameters.slice()
  const { backprop, differences, parameters } = race(net, quadratic, new Float32Array(20), new Float32Array(10), { budget: 5 })
  expect(parameters).toBe(940)
  expect(backprop.time).toBeGreaterThan(0)
  expect(backprop.forward).toBeLessThanOrEqual(backprop.time)
  expect(differences.measured).toBeLessThanOrEqual(941)
  expect(net.parameters).toEqual(start)
  expect(() => race(net, quadratic, new Float32Array(20), new Float32Array(10), { budget: 0 })).toThrow(expect.objectContaining({ option: 'budget' }))
})
