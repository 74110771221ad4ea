import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { network } from '@nablajs/backprop'
import { momentum } from './momentum.js'
import { train } from './train.js'
import type { TrainOptions } from './trainOptions.js'
import type { TrainState } from './trainState.js'

const samples = { size: 1, inputs: { rows: 1, data: Uint8Array.of(1) }, targets: { rows: 1, data: Uint8Array.of(1) } }
const options = { cost: quadratic, epochs: 1, batchSize: 1, learningRate: 0.1 }
const net = network([1, 1], { activation: linear })
const state = train(net, samples, options).state()

it('is plain and shares nothing with the run', () => {
  expect(state).toMatchObject({ backend: 'reference', sizes: [1, 1], dtype: 'float32', size: 1, optimizer: 'sgd', epoch: 1, step: 0, position: 0, sums: { cost: 0, correct: 0 }, schedule: [] })
  expect(state.parameters).toEqual(net.parameters)
  expect(state.parameters.buffer).not.toBe(net.parameters.buffer)
  expect(structuredClone(state)).toEqual(state)
})

it.each<[string, Partial<TrainState>, Partial<TrainOptions>]>([
  ['backend', { backend: 'wasm' }, {}],
  ['sizes', { sizes: [1, 2] }, {}],
  ['dtype', { dtype: 'float64' }, {}],
  ['size', { size: 2 }, {}],
  ['optimizer', {}, { optimizer: momentum() }],
  ['schedule', { schedule: [1] }, {}],
  ['parameters', { parameters: new Float32Array(3) }, {}],
  ['vectors', { vectors: [new Float32Array(2)] }, {}],
  ['vectors', { optimizer: 'momentum', vectors: [new Float32Array(3)] }, { optimizer: momentum() }],
])('refuses a state of another %s, naming both', (what, change, more) => {
  expect(() => train(net, samples, { ...options, ...more, resume: { ...state, ...change } })).toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'resume', where: `train, resume, ${what}` }),
  )
})
