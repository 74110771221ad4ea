import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { network } from '@nablajs/backprop'
import { evaluate } from './evaluate.js'
import type { Samples } from './samples.js'

/** A network that gives back what it is given. */
function identity(n: number, maxBatch = 64) {
  const net = network([n, n], { activation: linear, dtype: 'float64', maxBatch })
  net.parameters.fill(0)
  for (let j = 0; j < n; j++) net.w[2].set(j, j, 1)
  return net
}

const threeClasses: Samples = {
  size: 4,
  inputs: { rows: 3, data: Float64Array.of(1, 0, 0, 0, 2, 1, 0, 0.5, 0.4, 0, 0, 1) },
  targets: { rows: 3, data: Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1) },
}

it('counts the largest output where targets are one-hot, and gives the mean cost', async () => {
  const cost = (0 + (1 + 1) / 2 + (0.25 + 0.36) / 2 + 0) / 4
  expect(await evaluate(identity(3), threeClasses, { cost: quadratic })).toEqual({ cost, correct: 3, accuracy: 0.75 })
})

it('takes ½ as the threshold where there is one output of 0 or 1', async () => {
  const samples = { size: 4, inputs: { rows: 1, data: Float64Array.of(0.5, 0.49, 3, -1) }, targets: { rows: 1, data: Uint8Array.of(1, 0, 0, 1) } }
  expect(await evaluate(identity(1), samples, { cost: quadratic })).toMatchObject({ correct: 2, accuracy: 0.5 })
})

it('counts nothing otherwise', async () => {
  const samples = { size: 1, inputs: { rows: 2, data: Float64Array.of(1, 2) }, targets: { rows: 2, data: Float64Array.of(0.5, 0.5) } }
  expect(await evaluate(identity(2), samples, { cost: quadratic })).toEqual({ cost: (0.25 + 2.25) / 2 })
  const twoOnes = { ...samples, targets: { rows: 2, data: Uint8Array.of(1, 1) } }
  expect(await evaluate(identity(2), twoOnes, { cost: quadratic })).not.toHaveProperty('correct')
})

it('multiplies by the scale: bytes 0 … 255 become 0 … 1', async () => {
  const samples = { size: 1, inputs: { rows: 1, data: Uint8Array.of(51), scale: 1 / 255 }, targets: { rows: 1, data: Uint8Array.of(2), scale: 0.5 } }
  expect((await evaluate(identity(1), samples, { cost: quadratic })).cost).toBeCloseTo(0.8 ** 2 / 2, 15)
})

it('weighs samples: Σ ω_i C_i / n', async () => {
  const samples = { size: 2, inputs: { rows: 1, data: Float64Array.of(1, 2) }, targets: { rows: 1, data: Uint8Array.of(0, 0) }, weights: { rows: 1, data: Float64Array.of(4, 0.5) } }
  expect((await evaluate(identity(1), samples, { cost: quadratic })).cost).toBe((4 * 0.5 + 0.5 * 2) / 2)
})

it('gives the same for any size of set and any room of the network', async () => {
  const size = 3001
  const data = Float64Array.from({ length: size }, (_, i) => (i * 13) % 7)
  const samples = { size, inputs: { rows: 1, data }, targets: { rows: 1, data: new Uint8Array(size) } }
  const expected = data.reduce((sum, x) => sum + (x * x) / 2, 0) / size
  for (const maxBatch of [1, 7, 1000]) expect((await evaluate(identity(1, maxBatch), samples, { cost: quadratic })).cost).toBeCloseTo(expected, 12)
})

it('refuses samples that do not fit, naming itself', async () => {
  await expect(evaluate(identity(2), threeClasses, { cost: quadratic })).rejects.toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'evaluate, inputs', got: '3' }),
  )
})

it('refuses outputs that are not finite, which would count as an answer', async () => {
  const net = identity(3)
  net.parameters.fill(NaN)
  await expect(evaluate(net, threeClasses, { cost: quadratic })).rejects.toThrow(
    expect.objectContaining({ code: 'DataError', where: expect.stringMatching(/^evaluate, layer 2/) }),
  )
})

it('refuses an input that is not finite, naming the sample', async () => {
  const bad = { ...threeClasses, inputs: { rows: 3, data: Float64Array.of(1, 0, 0, 0, 2, 1, 0, 0.5, Infinity, 0, 0, 1) } }
  await expect(evaluate(identity(3), bad, { cost: quadratic })).rejects.toThrow(expect.objectContaining({ code: 'DataError', sample: 2, row: 2 }))
})

it('ends early with the reason of a signal', async () => {
  const size = 50000
  const samples = { size, inputs: { rows: 2, data: new Uint8Array(2 * size) }, targets: { rows: 2, data: new Uint8Array(2 * size) } }
  const net = network([2, 300, 2], { activation: linear })
  await expect(evaluate(net, samples, { cost: quadratic, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
})

it('says what is missing: the network, the cost', async () => {
  await expect(evaluate(Promise.resolve() as never, threeClasses, { cost: quadratic })).rejects.toThrow(expect.objectContaining({ where: 'evaluate, net', got: 'a promise' }))
  await expect(evaluate(identity(3), threeClasses, {} as never)).rejects.toThrow(expect.objectContaining({ code: 'PluginError', where: 'evaluate, cost' }))
})
