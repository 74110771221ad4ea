import { createHash } from 'node:crypto'
import { relu, sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import type { Random } from '@nablajs/linalg'
import { checkpointOf, type Checkpoint } from '@nablajs/model-io'
import { decodeCheckpoint, encodeCheckpoint } from '@nablajs/model-io/node'
import { momentum, train } from '@nablajs/trainer'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'

/** Where the head begins, where its length stands, and how long the hash at the end is. */
const [HEAD, LENGTH, HASH] = [16, 12, 32]

/** What heads are made of, and what they must not have. */
const WORDS = wordsOf(
  '"arrays":[["float32",3]]', '["float64",1]', '["float64",0]', '["float32",4294967296]', '["float64",9007199254740991]', '{"$array":0}', '{"$array":1}', '"$array":1', '{"$number":"NaN"}', '{"$number":"-0"}',
  '{"$number":"toString"}', '"$x":1', '"__proto__":{}', '"__proto__":{"a":1},', '"constructor":1', '"sizes":[2,1]', '"sizes":[1000000,1000000]', '"dtype":"float64"', '"vectors":[]', '"history":[{"number":1,"cost":0}]',
  '"best":{"epoch":1}', '"best":{"epoch":1,"value":1,"parameters":{"$array":2}},', '"preprocessing":{"inputs":[],"target":{}},', '"options":{}', '"random":[1,2,3,4]', '1e999', '-1', '-0', '0.5', '2.0', '4294967296',
  '9007199254740993', 'null', '"', '{', '}', '[', ']', '{}', '[]', '[[[[[[[[[[[[[[[[', ']]]]]]]]]]]]]]]]', ',', ':', ' ', '\\u0000', '\ud800',
)

/** A file of a head and what follows it, with the hash that belongs to them. */
function checkpointFile(good: Uint8Array, head: Uint8Array, arrays: Uint8Array): Uint8Array {
  const body = new Uint8Array(Math.ceil((HEAD + head.length) / 8) * 8 + arrays.length)
  body.set(good.subarray(0, HEAD))
  new DataView(body.buffer).setUint32(LENGTH, head.length, true)
  body.set(head, HEAD)
  body.set(arrays, body.length - arrays.length)
  return hashed(body)
}

function hashed(body: Uint8Array): Uint8Array {
  return Uint8Array.from([...body, ...createHash('sha256').update(body).digest()])
}

/** Seven of eight have a right hash, and most of them a head of the right length. */
function mutate(seed: Uint8Array, random: Random): Uint8Array {
  if (random.integer(8) === 0) return mutateBytes(seed, random, WORDS)
  if (random.integer(8) === 0) return hashed(mutateBytes(seed.subarray(0, -HASH), random, WORDS))
  const end = HEAD + new DataView(seed.buffer, seed.byteOffset).getUint32(LENGTH, true)
  const arrays = seed.subarray(Math.ceil(end / 8) * 8, -HASH)
  return checkpointFile(seed, mutateBytes(seed.subarray(HEAD, end), random, WORDS), random.integer(4) === 0 ? mutateBytes(arrays, random) : arrays)
}

const samples = { size: 1, inputs: { rows: 1, data: Float32Array.of(1) }, targets: { rows: 1, data: Float32Array.of(0) } }
const small = network([1, 1], { activation: sigmoid })
const other = network([1, 3, 1], { activation: relu, dtype: 'float64' })
const state = train(small, samples, { cost: quadratic, epochs: 1, batchSize: 1, learningRate: 1 }).state()
const moving = train(other, samples, { cost: quadratic, epochs: 1, batchSize: 1, learningRate: 1, optimizer: momentum() }).state()
/** All that a checkpoint may hold. */
const full: Checkpoint = {
  ...checkpointOf(other, moving, { cost: quadratic, options: { tried: [-0, NaN, 'x'], deep: [{ list: [Float64Array.of(1)] }], seed: 3 } }),
  state: { ...moving, history: [{ number: 1, cost: NaN, samplesPerSecond: 1 }], best: { epoch: 1, value: -0, parameters: moving.parameters } },
  preprocessing: {
    inputs: [
      { name: 'x', kind: 'number', mean: 0, deviation: 1, fill: 0 },
      { name: 'c', kind: 'category', categories: ['', 'a'], unknown: 'zeros' },
      { name: 'i', kind: 'bytes', count: 4, scale: 1 / 255 },
    ],
    target: { kind: 'numbers', columns: [{ name: 'y', mean: 0, deviation: 1 }] },
  },
}
const good = encodeCheckpoint(checkpointOf(small, state, { cost: quadratic }))

const forged = (head: string) => decodeCheckpoint(checkpointFile(good, new TextEncoder().encode(head), new Uint8Array()))

/** `decodeCheckpoint`. */
export const checkpoint: Target = {
  name: 'checkpoint',
  seeds: [good, encodeCheckpoint(checkpointOf(other, moving, { cost: quadratic })), encodeCheckpoint(full)],
  mutate,
  /** What is accepted is what would be written. */
  read(file) {
    if (Buffer.compare(encodeCheckpoint(decodeCheckpoint(file)), file) !== 0) throw new Error('other bytes after being written')
  },
  bombs: [
    { name: 'an array of 2^50 numbers', read: () => forged('{"arrays":[["float64",1125899906842624]],"value":{"$array":0}}') },
    { name: '200,000 brackets', read: () => forged(`{"arrays":[],"value":${'['.repeat(100000)}${']'.repeat(100000)}}`) },
    { name: '100,000 empty arrays', read: () => forged(`{"arrays":[${new Array(100000).fill('["float32",0]').join()}],"value":{"$array":0}}`) },
    { name: 'a head of a million blanks', read: () => forged(`{"arrays":[],"value":1${' '.repeat(1000000)}}`) },
  ],
}
