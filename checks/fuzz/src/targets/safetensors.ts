import { perNeuron, relu, sigmoid, softmax, tanh } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import type { Random } from '@nablajs/linalg'
import { fromSafetensors, toSafetensors, type ModelOptions } from '@nablajs/model-io'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'

/** What is said of a network whose data come from a table. */
const SAID: ModelOptions = {
  cost: { name: 'crossEntropy' },
  preprocessing: {
    inputs: [
      { name: 'width', kind: 'number', mean: 2.5, deviation: 0.1, fill: 2 },
      { name: 'colour', kind: 'category', categories: ['', 'blue'], unknown: 'zeros' },
      { name: 'pixels', kind: 'bytes', count: 1, scale: 1 / 255 },
    ],
    target: { kind: 'classes', name: 'kind', classes: ['lily', 'rose'] },
  },
}

/** Networks of both types, with and without what is said of them. */
export const MODELS: readonly (readonly [Network, ModelOptions])[] = [
  [network([2, 1], { activation: sigmoid }), {}],
  [network([4, 3, 2], { activation: perNeuron(tanh, { 1: relu }), dtype: 'float64' }), SAID],
  [network([1, 2, { neurons: 2, activation: softmax }], { activation: relu }), { cost: { name: 'quadratic' } }],
]

/** What headers and models in JSON are made of. */
export const MODEL_WORDS: readonly Uint8Array[] = wordsOf(
  '"sizes":[2,1]', '"sizes":[', '[1e9,1e9]', '"dtype":"float64"', '"F32"', '"F64"', '"w2"', '"b2"', '"w3":{}', '"shape":[1,2]', '"data_offsets":[0,8]', '"__proto__":1,', '"constructor"',
  '"activations":["sigmoid"]', 'perNeuron(sigmoid, { 0: relu })', 'perNeuron(', 'softmax', '"version":1', '"version":2', '"format":"nabla"', '"w":[[', '"b":[0]', '"layers":[{', 'null', 'true',
  '2.0', '-0', '1e999', '9007199254740993', '18446744073709551616', '\\u0000', '\\"', '\\\\', '"', '{', '}', '[', ']', '[]', '{}', ',', ':', ' ', '\n',
)

/** A safetensors file of a header and the numbers behind it. */
export function safetensorsFile(header: Uint8Array, numbers: Uint8Array): Uint8Array {
  const file = new Uint8Array(8 + header.length + numbers.length)
  new DataView(file.buffer).setUint32(0, header.length, true)
  file.set(header, 8)
  file.set(numbers, 8 + header.length)
  return file
}

/** Every other header has its right length, so that what lies behind it is reached. */
function mutate(seed: Uint8Array, random: Random): Uint8Array {
  if (random.integer(4) === 0) return mutateBytes(seed, random, MODEL_WORDS)
  const first = 8 + new DataView(seed.buffer, seed.byteOffset).getUint32(0, true)
  const numbers = seed.subarray(first)
  return safetensorsFile(mutateBytes(seed.subarray(8, first), random, MODEL_WORDS), random.integer(8) === 0 ? mutateBytes(numbers, random) : numbers)
}

/** What is read is written again, and is the same network then. */
function read(file: Uint8Array): void {
  const { net, cost, preprocessing } = fromSafetensors(file)
  const again = fromSafetensors(toSafetensors(net, { ...(cost !== undefined && { cost: { name: cost } }), ...(preprocessing && { preprocessing }) }))
  if (again.cost !== cost || again.net.parameters.some((value, i) => !Object.is(value, net.parameters[i]))) throw new Error('another network after being written')
}

const bomb = (header: string, numbers = new Uint8Array()) => safetensorsFile(new TextEncoder().encode(header), numbers)
const described = (sizes: string, rest = '') =>
  `{"__metadata__":{"nabla":"{\\"version\\":1,\\"dtype\\":\\"float32\\",\\"sizes\\":[${sizes}],\\"activations\\":[${sizes.split(',').slice(1).fill('\\"relu\\"').join()}]}"}${rest}}`

/** `fromSafetensors`. */
export const safetensors: Target = {
  name: 'safetensors',
  seeds: MODELS.map(([net, said]) => toSafetensors(net, said)),
  mutate,
  read,
  bombs: [
    { name: 'a header of 2^64 bytes', read: () => fromSafetensors(new Uint8Array(16).fill(255)) },
    { name: 'a header of 200,000 brackets', read: () => fromSafetensors(bomb(`{"a":${'['.repeat(200000)}`)) },
    { name: 'a header of a million blanks', read: () => fromSafetensors(bomb(`{${' '.repeat(1000000)}`)) },
    { name: 'a text of a million backslashes', read: () => fromSafetensors(bomb(`{"${'\\'.repeat(1000000)}`)) },
    { name: '10^18 weights', read: () => fromSafetensors(bomb(described('1000000000,1000000000'))) },
    { name: '100,000 layers without numbers', read: () => fromSafetensors(bomb(described(new Array(50000).fill('1').join()))) },
    { name: '20,000 tensors', read: () => fromSafetensors(bomb(described('1,1', Array.from({ length: 20000 }, (_, i) => `,"w${i}":{"dtype":"F32","shape":[0]}`).join('')))) },
  ],
}
