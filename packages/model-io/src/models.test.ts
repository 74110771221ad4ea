import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import fc from 'fast-check'
import { defineActivation, perNeuron, relu, sigmoid, softmax, tanh, type Activation } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import { fromJson } from './fromJson.js'
import { fromSafetensors } from './fromSafetensors.js'
import { loadModel } from './loadModel.js'
import { toOnnx } from './onnx/toOnnx.js'
import type { Preprocessing } from './preprocessing.js'
import { requireModelPath, saveModel } from './saveModel.js'
import { toJson } from './toJson.js'
import { toSafetensors } from './toSafetensors.js'

const preprocessing: Preprocessing = {
  inputs: [
    { name: 'width', kind: 'number', mean: 2.5, deviation: 0.1, fill: 2 },
    { name: 'colour', kind: 'category', categories: ['', 'blue', 'red'], unknown: 'zeros' },
    { name: 'pixels', kind: 'bytes', count: 4, scale: 1 / 255 },
  ],
  target: { kind: 'classes', name: 'kind', classes: ['lily', 'rose'] },
}
const bits = (net: Network) => [...new Uint8Array(net.parameters.slice().buffer)]

const anyNet = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 4 }),
  activation: fc.constantFrom<Activation>(sigmoid, tanh, relu, softmax, perNeuron(sigmoid, { 0: relu })),
  dtype: fc.constantFrom('float32' as const, 'float64' as const),
  seed: fc.nat(),
})

it.each([
  ['safetensors', (net: Network) => fromSafetensors(toSafetensors(net, { cost: { name: 'quadratic' }, preprocessing }))],
  ['JSON', (net: Network) => fromJson(toJson(net, { cost: { name: 'quadratic' }, preprocessing }))],
] as const)('gives back the bits, the plugins and what was said of them: %s', (_, again) => {
  fc.assert(
    fc.property(anyNet, ({ sizes, ...options }) => {
      const net = network(sizes, options)
      net.parameters[0] = -0
      const model = again(net)
      expect(bits(model.net)).toEqual(bits(net))
      expect(model.net.sizes).toEqual(net.sizes)
      expect(model.net.activation.slice(2).map(({ name }) => name)).toEqual(net.activation.slice(2).map(({ name }) => name))
      expect([model.net.dtype, model.cost]).toEqual([net.dtype, 'quadratic'])
      expect(JSON.parse(JSON.stringify(model.preprocessing))).toEqual(preprocessing)
    }),
  )
})

it('writes the same bytes for the same network, its numbers on a multiple of eight, and nothing of time or place', () => {
  const net = network([2, 3, 1], { activation: sigmoid })
  const [first, second] = [toSafetensors(net), toSafetensors(network([2, 3, 1], { activation: sigmoid }))]
  expect(first).toEqual(second)
  expect(new DataView(first.buffer).getUint32(0, true) % 8).toBe(0)
})

it('is read by another reader: Python, by struct and json alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'model-'))
  const net = network([3, 4, 2], { activation: tanh, dtype: 'float64' })
  writeFileSync(join(folder, 'x.safetensors'), toSafetensors(net))
  const program = `
import json, struct, sys
b = open(sys.argv[1], 'rb').read()
n, = struct.unpack('<Q', b[:8])
h = json.loads(b[8:8 + n])
h.pop('__metadata__')
out = {}
for name, t in h.items():
    first, end = t['data_offsets']
    out[name] = [t['shape'], list(struct.unpack('<%dd' % ((end - first) // 8), b[8 + n + first:8 + n + end]))]
print(json.dumps(out))`
  const read = JSON.parse(execFileSync('python3', ['-c', program, join(folder, 'x.safetensors')]).toString()) as Record<string, [number[], number[]]>
  for (const l of [2, 3]) {
    const { w, b } = { w: net.w[l]!, b: net.b[l]! }
    expect(read[`w${l}`]).toEqual([[w.rows, w.cols], w.toRows().flat()])
    expect(read[`b${l}`]).toEqual([[b.rows], [...b.data]])
  }
})

it('asks for a plugin that it does not know, and takes it by value', () => {
  const mine = defineActivation({ name: 'mine', f: (z) => z, fPrime: () => 1 })
  for (const activation of [mine, perNeuron(sigmoid, { 1: mine }), perNeuron(mine, { 0: tanh })]) {
    const bytes = toSafetensors(network([2, 3], { activation }))
    expect(() => fromSafetensors(bytes, { name: 'a.safetensors' })).toThrow(/^a\.safetensors, layer 2: expected an activation that is known \(.*Pass it: \{ activations: \[mine\] \}/)
    expect(fromSafetensors(bytes, { activations: [mine] }).net.activation[2]!.name).toBe(activation.name)
  }
  const nested = { ...sigmoid, name: 'perNeuron(sigmoid, { 0: softmax })' }
  expect(() => fromSafetensors(toSafetensors(network([2, 3], { activation: nested })))).toThrow('an activation that is known')
})

/** The file with its header changed, and its length right. */
function withHeader(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const length = new DataView(bytes.buffer).getUint32(0, true)
  const text = new TextEncoder().encode(change(new TextDecoder().decode(bytes.subarray(8, 8 + length))))
  const changed = new Uint8Array(8 + text.length + bytes.length - 8 - length)
  new DataView(changed.buffer).setUint32(0, text.length, true)
  changed.set(text, 8)
  changed.set(bytes.subarray(8 + length), 8 + text.length)
  return changed
}

const small = toSafetensors(network([2, 1], { activation: sigmoid }))

it.each([
  ['cut off in the header', small.subarray(0, 100), 'which is what follows'],
  ['cut off in the numbers', small.subarray(0, small.length - 1), 'as the sizes say'],
  ['with a byte more', Uint8Array.from([...small, 0]), '12 bytes of numbers, as the sizes say, got 13'],
  ['of seven bytes', new Uint8Array(7), 'a file of 7 bytes'],
  ['whose header is longer than all memory', Uint8Array.from({ length: 20 }, (_, i) => (i < 8 ? 255 : 0)), 'a header of at most 1048576 bytes'],
  ['with a space in front', withHeader(small, (text) => ` ${text}`), "a header that begins with '{'"],
  ['with a tensor twice', withHeader(small, (text) => text.replace('"b2"', '"w2"')), 'another key, got "w2" twice'],
  ['with a hole', withHeader(small, (text) => text.replace('[8,12]', '[9,13]')), 'tensor b2: expected F32, shape [1], bytes 8 … 12'],
  ['with a shape turned', withHeader(small, (text) => text.replace('[1,2]', '[2,1]')), 'tensor w2'],
  ['with 2.0 for 2', withHeader(small, (text) => text.replace('[1,2]', '[1,2.0]')), 'a whole number'],
  ['with -0 for 0', withHeader(small, (text) => text.replace('[0,8]', '[-0,8]')), 'a whole number'],
  ['with 1e1', withHeader(small, (text) => text.replace('[0,8]', '[0,1e1]')), 'a whole number'],
  ['with a field more', withHeader(small, (text) => text.replace('"dtype":"F32"', '"x":1,"dtype":"F32"')), 'tensor w2'],
  ['with a tensor more', withHeader(small, (text) => text.replace('{"__meta', '{"x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"__meta')), 'the tensors of the network alone, got "x"'],
  ['without a tensor', withHeader(small, (text) => text.replace('"b2"', '"b3"')), 'tensor b2'],
  ['of tensors alone', withHeader(small, (text) => text.replace('"nabla":', '"other":')), 'tensors alone'],
  ['with numbers as metadata', withHeader(small, (text) => text.replace('"format":"nabla"', '"format":1')), 'metadata of text alone'],
  ['of a later version', withHeader(small, (text) => text.replace('\\"version\\":1', '\\"version\\":2')), 'It was written by a later release'],
  ['of version 0', withHeader(small, (text) => text.replace('\\"version\\":1', '\\"version\\":0')), 'expected version 1, got 0'],
  ['of a billion neurons', withHeader(small, (text) => text.replace('\\"sizes\\":[2,1]', '\\"sizes\\":[2000000000,2000000000]')), 'bytes of numbers, as the sizes say'],
  ['of no layers', withHeader(small, (text) => text.replace('\\"sizes\\":[2,1]', '\\"sizes\\":[2]')), 'two or more whole numbers from 1 on'],
  ['of another element type', withHeader(small, (text) => text.replace('\\"float32\\"', '\\"float16\\"')), 'float32 or float64'],
  ['a PyTorch archive', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5]), 'PyTorch (.pt, .pth)'],
  ['a short pickle', Uint8Array.from([0x80, 4, 0x95, 17, 0, 0, 0, 0, 0, 0, 0, 0x7d]), 'a pickle of Python, which can run code'],
  ['a pickle', Uint8Array.from([0x80, 4, 0x95, 1, 2, 3, 4, 5, 6]), 'a pickle of Python, which can run code'],
  ['a Keras file', Uint8Array.from([0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10]), 'Keras (.h5)'],
  ['packed by gzip', gzipSync(small), 'a gzip file'],
  ['an ONNX file', toOnnx(network([2, 1], { activation: sigmoid })), 'an ONNX file, which is written and not read'],
  ['a page of HTML', new TextEncoder().encode('<!doctype html><title>404'), 'a page of HTML'],
  ['a parameter that is not finite', Uint8Array.from([...small.subarray(0, small.length - 4), 0, 0, 0xc0, 0x7f]), 'finite parameters, got NaN'],
])('refuses a file %s', (_, bytes, message) => {
  expect(() => fromSafetensors(bytes)).toThrow(message)
})

it.each([
  ['{"format":"x"}', 'model, format: expected "nabla", got "x"'],
  ['[]', 'expected "nabla", got none'],
  ['{"format":"nabla","version":1,"dtype":"float32","sizes":[1000,1000],"activations":["sigmoid"],"layers":[]}', 'sizes that the text has numbers for'],
  ['{"format":"nabla","version":1,"dtype":"float32","sizes":[2,1],"activations":["sigmoid"],"layers":[{"w":[[1]],"b":[0]}]}', 'layer 2, w: expected 1 rows of 2 finite numbers'],
  ['{"format":"nabla","version":1,"dtype":"float32","sizes":[2,1],"activations":["sigmoid"],"layers":[{"w":[[1,2]],"b":[]}]}', 'layer 2, b'],
  ['{"format":"nabla","version":1,"dtype":"float32","sizes":[2,1],"activations":["sigmoid"],"layers":[{"w":[[1,2]],"b":[0]},{}]}', 'model, layers: expected 1 layers'],
])('refuses JSON %s', (text, message) => {
  expect(() => fromJson(text)).toThrow(message)
})

it('takes room for 1,024 samples, but not a thousand times what a file of wide layers has', () => {
  const again = (sizes: number[], options = {}) => fromSafetensors(toSafetensors(network(sizes, { activation: relu, maxBatch: 1 })), options).net
  expect(again([784, 30, 10]).maxBatch).toBe(1024)
  expect(again([1, 100000]).maxBatch).toBe(15)
  expect(again([1, 100000], { maxBatch: 2 }).maxBatch).toBe(2)
})

it('saves and loads by path, and replaces a file whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'model-'))
  const net = network([2, 3, 1], { activation: sigmoid })
  for (const ending of ['safetensors', 'json', 'JSON']) {
    const path = join(folder, `x.${ending}`)
    await saveModel(path, net, { cost: { name: 'quadratic' } })
    const model = await loadModel(path)
    expect([bits(model.net), model.cost]).toEqual([bits(net), 'quadratic'])
  }
  await expect(saveModel(join(folder, 'x.h5'), net)).rejects.toThrow('a path that ends in .safetensors or .json')
  await expect(saveModel(join(folder, 'x'), net)).rejects.toThrow('no ending')
  expect(() => requireModelPath('x.pt')).toThrow(expect.objectContaining({ code: 'OptionError', got: '.pt' }))
  const promise: unknown = Promise.resolve(net)
  for (const name of ['x.safetensors', 'x.json', 'x.onnx']) await expect(saveModel(join(folder, name), promise as Network)).rejects.toThrow('Write await before it')
  await expect(loadModel(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'FileError' })
  await expect(saveModel(join(folder, 'none', 'x.json'), net)).rejects.toMatchObject({ code: 'FileError' })
})
