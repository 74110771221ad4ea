import { createHash } from 'node:crypto'
import { sigmoid, softmax } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { logLikelihood } from '@nablajs/costs'
import { momentum, train, type TrainState } from '@nablajs/trainer'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkpointOf } from './checkpointOf.js'
import { decodeCheckpoint } from './decodeCheckpoint.js'
import { encodeCheckpoint } from './encodeCheckpoint.js'
import type { Plain } from './plain.js'
import type { Preprocessing } from './preprocessing.js'

const samples = {
  size: 5,
  inputs: { rows: 2, data: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1, 2, 1) },
  targets: { rows: 2, data: Float32Array.of(1, 0, 0, 1, 0, 1, 1, 0, 1, 0) },
}
const options = { cost: logLikelihood, epochs: 4, batchSize: 2, learningRate: 0.5, optimizer: momentum(), test: samples, earlyStopping: {} }
/** As plain JavaScript calls it. */
const plainly: { encode(checkpoint: unknown): Uint8Array } = { encode: encodeCheckpoint }
const newNetwork = () => network([2, 3, { neurons: 2, activation: softmax }], { activation: sigmoid })
const preprocessing: Preprocessing = {
  inputs: [
    { name: 'länge', kind: 'number', mean: 1.5, deviation: 0.1, fill: -0 },
    { name: 'colour', kind: 'category', categories: ['', 'red'], unknown: 'zeros' },
    { name: 'image', kind: 'bytes', count: 784, scale: 1 / 255 },
  ],
  target: { kind: 'classes', name: 'kind', classes: ['a', 'b'] },
}

/** The state at a step within an epoch, of which nothing may be lost. */
async function stateAtStep(step: number): Promise<{ state: TrainState; net: ReturnType<typeof newNetwork> }> {
  const net = newNetwork()
  const stop = new AbortController()
  const training = train(net, samples, { ...options, signal: stop.signal, onStep: (report) => report.step === step && stop.abort('enough') })
  await expect(async () => {
    for await (const _ of training);
  }).rejects.toBe('enough')
  return { state: training.state(), net }
}

it('gives back every bit of a state in the middle of an epoch, and training goes on to the bits of never having stopped', async () => {
  const { state, net } = await stateAtStep(8)
  expect([state.position, state.history.length, state.vectors.length, state.best?.parameters.length]).toEqual([4, 2, 1, 17])
  const checkpoint = checkpointOf(net, state, { cost: logLikelihood, preprocessing, options: { batchSize: 2, η: 0.5 } })
  const back = decodeCheckpoint(encodeCheckpoint(checkpoint))
  expect(back).toEqual(checkpoint)
  expect(back.activations).toEqual(['sigmoid', 'softmax'])
  const [whole, resumed] = [newNetwork(), newNetwork()]
  for await (const _ of train(whole, samples, options));
  for await (const _ of train(resumed, samples, { ...options, resume: back.state }));
  expect(resumed.parameters).toEqual(whole.parameters)
})

it('keeps the doubles that JSON cannot say, NaN in an array with its own bits, and arrays of both types', async () => {
  const { state, net } = await stateAtStep(3)
  const bits = new Float64Array(new BigUint64Array([0x7ff8000000000123n, 1n]).buffer)
  const numbers = { nan: NaN, minus: -0, up: Infinity, down: -Infinity, tiny: 5e-324, third: 1 / 3, bits, more: [Float32Array.of(1, NaN)] }
  const { options: back } = decodeCheckpoint(encodeCheckpoint(checkpointOf(net, state, { cost: logLikelihood, options: numbers })))
  expect(back).toEqual(numbers)
  expect(Object.is(back?.minus, -0)).toBe(true)
  const again = back?.bits
  expect(again instanceof Float64Array && new BigUint64Array(again.buffer)).toEqual(new BigUint64Array(bits.buffer))
})

it('gives the same bytes for the same plain data, and the data for the bytes, whatever the data', async () => {
  const { state, net } = await stateAtStep(2)
  const key = fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__')
  const plain = fc.letrec<{ value: Plain }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.double(), fc.string({ unit: 'binary' }), fc.constantFrom(null, true), fc.float32Array(), fc.float64Array(), fc.array(tie('value')), fc.dictionary(key, tie('value'), { noNullPrototype: true })),
  })).value
  fc.assert(
    fc.property(plain, (value) => {
      const checkpoint = { ...checkpointOf(net, state, { cost: logLikelihood }), options: { value } }
      const bytes = encodeCheckpoint(checkpoint)
      const back = decodeCheckpoint(bytes)
      expect(back).toEqual(checkpoint)
      expect(encodeCheckpoint(back)).toEqual(bytes)
    }),
  )
})

it.each<[unknown, string]>([
  [() => 1, 'Function'],
  [new Map(), 'Map'],
  [10n, 'BigInt'],
  [Uint8Array.of(1), 'Uint8Array'],
  [{ $array: 0 }, 'a name that is kept for other things'],
  [JSON.parse('{"__proto__": 1}'), 'a name that is kept for other things'],
])('refuses what is no plain data, naming its field: %s', async (value, got) => {
  const { state, net } = await stateAtStep(1)
  const checkpoint = { ...checkpointOf(net, state, { cost: logLikelihood }), options: { deep: [value] } }
  expect(() => plainly.encode(checkpoint)).toThrow(
    expect.objectContaining({ code: 'OptionError', option: expect.stringContaining('checkpoint.options.deep[0]'), got }),
  )
})

it('refuses a circle, and leaves out what is undefined', async () => {
  const { state, net } = await stateAtStep(1)
  const circle: { self?: unknown } = {}
  circle.self = circle
  const checkpoint = { ...checkpointOf(net, state, { cost: logLikelihood }), options: { circle } }
  expect(() => plainly.encode(checkpoint)).toThrow('more than 64 levels, or a circle')
  const { options } = decodeCheckpoint(encodeCheckpoint(checkpointOf(net, state, { cost: logLikelihood, options: { a: undefined, b: 1 } })))
  expect(options).toStrictEqual({ b: 1 })
})

it('has the layout that its drawing says, with the hash that sha256sum gives', async () => {
  const { state, net } = await stateAtStep(1)
  const bytes = encodeCheckpoint(checkpointOf(net, state, { cost: logLikelihood }))
  const view = new DataView(bytes.buffer)
  expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('\x89NBL\r\n\x1a\n')
  expect(view.getUint32(8, true)).toBe(1)
  const headEnd = 16 + view.getUint32(12, true)
  const head = JSON.parse(Buffer.from(bytes.subarray(16, headEnd)).toString()) as { arrays: unknown; value: { state: { parameters: unknown } } }
  expect(head.arrays).toEqual([['float32', 17], ['float32', 17]])
  expect(head.value.state.parameters).toEqual({ $array: 0 })
  const start = Math.ceil(headEnd / 8) * 8
  expect(view.getFloat32(start + 4, true)).toBe(state.parameters[1])
  expect(bytes.length).toBe(start + 2 * 72 + 32)
  expect(createHash('sha256').update(bytes.subarray(0, -32)).digest('hex')).toBe(Buffer.from(bytes.subarray(-32)).toString('hex'))
})
