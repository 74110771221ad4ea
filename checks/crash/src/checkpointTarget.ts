import type { Random } from '@nablajs/linalg'
import type { Checkpoint } from '@nablajs/model-io'
import { decodeCheckpoint, encodeCheckpoint } from '@nablajs/model-io/node'
import { createHash } from 'node:crypto'
import { sample } from './sample.js'

/** Where the head begins, and how long the hash at the end is. */
const [HEAD, HASH] = [16, 32]
/** One case in so many has a hash that does not belong to it; the others get past the hash. */
const WRONG_HASH = 8
/** What heads are made of, and what they must not have. */
const WORDS = [
  '"$array":0', '"$array":1', '{"$array":0}', '{"$number":"NaN"}', '{"$number":"-0"}', '{"$number":"toString"}', '"__proto__":{"a":1},', '"constructor":1,', '["float32",4294967296]',
  '["float64",0]', '["float64",9007199254740991]', '1e999', '-1', '0.5', '2.0', '-0', '9007199254740993', 'null', '[]', '{}', '[[[[[[[[[[[[[[[[', ']]]]]]]]]]]]]]]]', ',', ':', '"', '\\u0000', '\ud800', ' ',
  '"sizes":[1,1]', '"sizes":[1000000,1000000]', '"dtype":"float64"', '"best":{"epoch":1,"value":1,"parameters":{"$array":2}},', '"preprocessing":{"inputs":[],"target":{}},',
]

/** Checkpoints of each kind, small. */
const seeds: readonly Uint8Array[] = [sample(1), withAll(sample(2)), sample(3, [2, 2, 1])].map((checkpoint) => encodeCheckpoint(checkpoint))

function withAll(checkpoint: Checkpoint): Checkpoint {
  const { state } = checkpoint
  return {
    ...checkpoint,
    state: { ...state, history: [{ number: 1, cost: NaN, samplesPerSecond: 1 }], best: { epoch: 1, value: -0, parameters: state.parameters } },
    preprocessing: {
      inputs: [
        { name: 'x', kind: 'number', mean: 0, deviation: 1, fill: 0 },
        { name: 'c', kind: 'category', categories: ['', 'a'], unknown: 'zeros' },
        { name: 'i', kind: 'bytes', count: 4, scale: 1 / 255 },
      ],
      target: { kind: 'numbers', columns: [{ name: 'y', mean: 0, deviation: 1 }] },
    },
    options: { deep: [{ list: [Float64Array.of(1)] }] },
  }
}

/** The reader of checkpoints as a target of random changes: most of them have the hash that belongs to them. */
export const checkpointTarget = {
  name: 'checkpoint',
  seeds,
  mutate(seed: Uint8Array, random: Random): Uint8Array {
    let body: Buffer = Buffer.from(seed.subarray(0, -HASH))
    for (let changes = 1 + random.integer(3); changes > 0; changes--) body = random.integer(3) === 0 ? withOtherByte(body, random) : withOtherHead(body, random)
    const hash = createHash('sha256').update(body).digest()
    if (random.integer(WRONG_HASH) === 0) hash[random.integer(HASH)] = random.integer(256)
    const file = Buffer.concat([body, hash])
    return random.integer(16) === 0 ? file.subarray(0, random.integer(file.length + 1)) : file
  },
  /** Throws what the reader throws, and an `Error` for a file that is accepted and would not be written so. */
  read(file: Uint8Array): void {
    if (!Buffer.from(encodeCheckpoint(decodeCheckpoint(file))).equals(file)) throw new Error('accepted, and written again with other bytes')
  },
}

function withOtherByte(body: Buffer, random: Random): Buffer {
  const at = random.integer(body.length)
  body[at] = random.integer(2) === 0 ? (body[at] ?? 0) ^ (1 << random.integer(8)) : random.integer(256)
  return body
}

/** Puts a word, or nothing, in the place of a part of the head, and makes its length and the padding right. */
function withOtherHead(body: Buffer, random: Random): Buffer {
  const length = Math.min(body.readUInt32LE(12), body.length - HEAD)
  const head = body.subarray(HEAD, HEAD + length)
  const arrays = body.subarray(Math.min(body.length, Math.ceil((HEAD + length) / 8) * 8))
  const at = random.integer(length + 1)
  const word = random.integer(4) === 0 ? '' : (WORDS[random.integer(WORDS.length)] ?? '')
  const changed = Buffer.concat([head.subarray(0, at), Buffer.from(word), head.subarray(Math.min(length, at + random.integer(12)))])
  const padding = Buffer.alloc((8 - ((HEAD + changed.length) % 8)) % 8)
  const prefix = Buffer.from(body.subarray(0, HEAD))
  prefix.writeUInt32LE(changed.length, 12)
  return Buffer.concat([prefix, changed, padding, arrays])
}
