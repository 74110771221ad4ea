import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { network } from '@nablajs/backprop'
import { stochasticGradientDescent } from './stochasticGradientDescent.js'
import { train } from './train.js'

const xor = {
  size: 4,
  inputs: { rows: 2, data: Uint8Array.of(0, 0, 0, 1, 1, 0, 1, 1) },
  targets: { rows: 1, data: Uint8Array.of(0, 1, 1, 0) },
}

it('is train, in the order of the book’s arguments', async () => {
  const net = network([2, 3, 1], { activation: sigmoid })
  const twin = network([2, 3, 1], { activation: sigmoid })
  const epochs = await stochasticGradientDescent(net, xor, 3, 2, 1.5, { cost: quadratic, test: xor })
  for await (const { number } of train(twin, xor, { cost: quadratic, epochs: 3, batchSize: 2, learningRate: 1.5 })) expect(number).toBeGreaterThan(0)
  expect(net.parameters).toEqual(twin.parameters)
  expect(epochs.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(epochs[2].test.correct).toBeGreaterThanOrEqual(0)
})

it('does without test samples', async () => {
  const [epoch] = await stochasticGradientDescent(network([2, 1], { activation: sigmoid }), xor, 1, 4, 1, { cost: quadratic })
  expect(epoch).not.toHaveProperty('test')
})
