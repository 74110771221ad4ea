import { createHash } from 'node:crypto'
import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { train } from '@nablajs/trainer'
import { expect, it } from 'vitest'
import { checkpointOf } from './checkpointOf.js'
import { decodeCheckpoint } from './decodeCheckpoint.js'
import { encodeCheckpoint } from './encodeCheckpoint.js'

const net = network([1, 1], { activation: sigmoid })
const samples = { size: 1, inputs: { rows: 1, data: Float32Array.of(1) }, targets: { rows: 1, data: Float32Array.of(0) } }
const { state: stateNow } = train(net, samples, { cost: quadratic, epochs: 1, batchSize: 1, learningRate: 1 })
const state = stateNow()
const good = encodeCheckpoint(checkpointOf(net, state, { cost: quadratic }))
const headLength = new DataView(good.buffer).getUint32(12, true)
const head = Buffer.from(good.subarray(16, 16 + headLength)).toString()

/** A file with another head, arrays and version, and the hash that belongs to them. */
function forged(text: string, arrays: Uint8Array = good.subarray(-32 - 8, -32), { version = 1, length = -1 } = {}): Uint8Array {
  const bytes = Buffer.from(text, text.startsWith('\xff') ? 'latin1' : 'utf8')
  const body = Buffer.alloc(Math.ceil((16 + bytes.length) / 8) * 8 + arrays.length)
  body.set(good.subarray(0, 8))
  body.writeUInt32LE(version, 8)
  body.writeUInt32LE(length < 0 ? bytes.length : length, 12)
  body.set(bytes, 16)
  body.set(arrays, body.length - arrays.length)
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

it('reads what it forges for these tests where nothing is wrong', () => {
  expect(Buffer.from(forged(head)).equals(good)).toBe(true)
  expect(decodeCheckpoint(forged(head)).state.parameters).toEqual(net.parameters)
})

it('refuses every truncation, with the length, and every change of a single bit', () => {
  for (let length = 0; length < good.length; length++) expect(() => decodeCheckpoint(good.subarray(0, length))).toThrow(expect.objectContaining({ code: 'FormatError' }))
  for (let bit = 0; bit < 8 * good.length; bit++) {
    const flipped = good.slice()
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => decodeCheckpoint(flipped)).toThrow(expect.objectContaining({ code: 'FormatError' }))
  }
})

it('names the file and the byte', () => {
  const error = expect.objectContaining({ code: 'FormatError', offset: 5, where: 'a.bin, byte 5', got: 'the end after 5' })
  expect(() => decodeCheckpoint(good.subarray(0, 5), { name: 'a.bin' })).toThrow(error)
  expect(() => decodeCheckpoint(Buffer.from('PK\x03\x04'))).toThrow(expect.objectContaining({ offset: 0, got: 'the beginning of another file' }))
  expect(() => decodeCheckpoint(good.subarray(0, 40))).toThrow(expect.objectContaining({ offset: 40, expected: 'at least 48 bytes' }))
})

it('says that a later version is needed, and which', () => {
  const error = expect.objectContaining({ code: 'CheckpointError', reason: 'newer', expected: 'version 1 of the format', got: 'version 7' })
  expect(() => decodeCheckpoint(forged('{}', undefined, { version: 7 }))).toThrow(error)
  expect(() => decodeCheckpoint(forged(head, undefined, { version: 0 }))).toThrow(expect.objectContaining({ code: 'FormatError', offset: 8 }))
})

const deep = '['.repeat(100_000) + ']'.repeat(100_000)

it.each([
  ['a length of the head beyond the file', forged(head, undefined, { length: 2 ** 32 - 1 }), 'a head of at most'],
  ['no UTF-8', forged('\xff'), 'a head in UTF-8'],
  ['no JSON', forged('{'), 'a head in JSON'],
  ['no object', forged('null'), 'a head with arrays and value'],
  ['no arrays', forged('{"value":1}'), 'a head with arrays and value'],
  ['an unknown type', forged(head.replace('"float32"', '"int8"')), 'arrays, each a type and a length'],
  ['an array of 2⁵³ numbers', forged(head.replace('["float32",2]', '["float64",9007199254740991]')), 'bytes of arrays'],
  ['an array of half a number', forged(head.replace('["float32",2]', '["float32",1.5]')), 'arrays, each a type and a length'],
  ['an array too few', forged(head.replace('[["float32",2]]', '[]'), new Uint8Array(0)), 'a mention of one of its arrays'],
  ['an array that nothing mentions', forged(head.replace('[["float32",2]]', '[["float32",2],["float32",0]]')), 'a head as saveCheckpoint writes it'],
  ['an array by another number', forged(head.replace('"$array":0', '"$array":1')), 'a head as saveCheckpoint writes it'],
  ['an array with a field beside it', forged(head.replace('"$array":0', '"$array":0,"b":1')), 'a mention of one of its arrays'],
  ['a number that is none', forged(head.replace('"cost":0', '"cost":{"$number":"toString"}')), 'one of NaN, Infinity, -Infinity, -0'],
  ['a field twice', forged(head.replace('"step":0', '"step":0,"step":0')), 'a head as saveCheckpoint writes it'],
  ['a space', forged(head.replace('"step":0', '"step": 0')), 'a head as saveCheckpoint writes it'],
  ['2.0', forged(head.replace('"step":0', '"step":0.0')), 'a head as saveCheckpoint writes it'],
  ['a number beyond 2⁵³', forged(head.replace('"step":0', '"step":9007199254740993')), 'a head as saveCheckpoint writes it'],
  ['a field more at the top', forged(head.replace(/}$/, ',"more":1}')), 'a head as saveCheckpoint writes it'],
  ['__proto__', forged(head.replace('"step":0', '"step":0,"__proto__":{"polluted":1}')), 'no such name in its head'],
  ['200,000 brackets', forged(head.replace('"step":0', `"step":${deep}`)), 'at most 64 levels'],
  ['bytes between head and arrays', forged(`${head}x`, undefined, { length: headLength }), 'zero'],
])('refuses, in a file whose hash is right: %s', (_, bytes, expected) => {
  expect(() => decodeCheckpoint(bytes)).toThrow(expect.objectContaining({ code: 'FormatError', expected: expect.stringContaining(expected) }))
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

const column = '{"name":"x","kind":"number","mean":0,"deviation":1}'
const prepared = (inputs: string, target: string) => head.replace('"cost":"quadratic"', `"cost":"quadratic","preprocessing":{"inputs":[${inputs}],"target":${target}}`)
const numbers = '{"kind":"numbers","columns":[{"name":"y","mean":0,"deviation":2}]}'

it.each([
  ['state.sizes', head.replace('"sizes":[1,1]', '"sizes":[1]')],
  ['state.sizes', head.replace('"sizes":[1,1]', '"sizes":[1,0]')],
  ['state.parameters', head.replace('"sizes":[1,1]', '"sizes":[2,1]')],
  ['state.dtype', head.replace('"dtype":"float32"', '"dtype":"int8"')],
  ['state.parameters', head.replace('"dtype":"float32"', '"dtype":"float64"')],
  ['state.vectors', head.replace('"vectors":[]', '"vectors":[1]')],
  ['state.random', head.replace(/"random":\[[^,]*/, '"random":[0.5')],
  ['state.step', head.replace('"step":0', '"step":-1')],
  ['state.history', head.replace('"history":[]', '"history":[null]')],
  ['state.best.epoch', head.replace('"history":[]', '"history":[],"best":{}')],
  ['state', head.replace(/"state":{.*},"activations"/, '"state":1,"activations"').replace('[["float32",2]]', '[]')],
  ['activations', head.replace('["sigmoid"]', '[]')],
  ['cost', head.replace('"quadratic"', '3')],
  ['options', head.replace('"cost":"quadratic"', '"cost":"quadratic","options":[]')],
  ['preprocessing.inputs', prepared('{"name":"x","kind":"number","mean":0,"deviation":0}', numbers)],
  ['preprocessing.inputs', prepared('{"name":"x","kind":"date"}', numbers)],
  ['preprocessing.inputs', prepared('{"kind":"bytes"}', numbers)],
  ['preprocessing.inputs', prepared('{"name":"x","kind":"category","categories":[1],"unknown":"zeros"}', numbers)],
  ['preprocessing.target', prepared(column, '{"kind":"classes","name":"y"}')],
  ['preprocessing.target', prepared(column, '{"kind":"numbers","columns":[{"name":"y"}]}')],
])('refuses a %s that cannot be', (field, text) => {
  expect(text).not.toBe(head)
  const where = expect.stringContaining(`checkpoint, ${field}`) as unknown
  expect(() => decodeCheckpoint(field === 'state' ? forged(text, new Uint8Array(0)) : forged(text))).toThrow(expect.objectContaining({ code: 'FormatError', where }))
})

it('takes each kind of preprocessing, and fields of a state that it does not know', () => {
  expect(decodeCheckpoint(forged(prepared(column, numbers))).preprocessing?.target.kind).toBe('numbers')
  expect(decodeCheckpoint(forged(head.replace('"step":0', '"step":0,"later":{"beta":0.5}'))).state).toMatchObject({ later: { beta: 0.5 } })
})
