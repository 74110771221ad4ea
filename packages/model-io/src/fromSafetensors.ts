import { FormatError } from '@nablajs/linalg'
import type { Network } from '@nablajs/backprop'
import { isListOf, isText } from './check.js'
import { networkOf, requireDescription, type Model, type ReadModelOptions } from './model.js'
import type { ModelDescription } from './modelDescription.js'
import { otherFormat } from './otherFormat.js'
import { strictJson, type StrictJson, type StrictObject } from './strictJson.js'
import { DESCRIPTION } from './toSafetensors.js'

/** A longer header is no model's. */
const LONGEST_HEADER = 1 << 20

/**
 * The network of a safetensors file that `toSafetensors` wrote, or that holds the same tensors. The header is read by a strict grammar, and every
 * size is compared with the length of the file before memory is taken. Nothing in a file is ever run.
 *
 * Shapes: as the file says. Throws `FormatError` with the byte for a file that is cut off, changed or of another format, `PluginError` for an
 * activation that is not known, saying how to pass it.
 */
export function fromSafetensors(bytes: Uint8Array, options: ReadModelOptions = {}): Model {
  const { name = 'model' } = options
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = firstData(bytes, view, name)
  const header = headerOf(bytes.subarray(8, first), name)
  const description = descriptionOf(header, name)
  requireTensors(description, header, bytes.length - first, name)
  const net = networkOf(description, options)
  fillFrom(net, view, first, name)
  return { net, cost: description.cost, preprocessing: description.preprocessing }
}

/** Where the numbers begin. */
function firstData(bytes: Uint8Array, view: DataView, name: string): number {
  const other = otherFormat(bytes)
  if (other) throw wrong(name, 0, 'a safetensors file', other, 'Convert it with the library that wrote it.')
  if (bytes.length < 8) throw wrong(name, bytes.length, '8 bytes that say how long the header is', `a file of ${bytes.length} bytes`, CUT_OFF)
  const length = view.getUint32(0, true) + 2 ** 32 * view.getUint32(4, true)
  if (length > LONGEST_HEADER) throw wrong(name, 0, `a header of at most ${LONGEST_HEADER} bytes`, String(length), 'Is it a safetensors file?')
  if (8 + length > bytes.length) throw wrong(name, 0, `a header of at most ${bytes.length - 8} bytes, which is what follows`, String(length), CUT_OFF)
  return 8 + length
}

const CUT_OFF = 'It was cut off, perhaps by a download: fetch it again.'

function headerOf(bytes: Uint8Array, name: string): StrictObject {
  if (bytes[0] !== 0x7b) throw wrong(name, 8, "a header that begins with '{'", 'another character', 'Is it a safetensors file?')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrong(name, 8, 'a header in UTF-8', 'bytes that are none', 'Write the file again with what made it.')
  }
  const header = strictJson(text, `${name}, header`, 'counts')
  return isObject(header) ? header : {}
}

function descriptionOf({ __metadata__: metadata }: StrictObject, name: string): ModelDescription {
  const text = isObject(metadata) ? metadata[DESCRIPTION] : undefined
  if (isObject(metadata) && !Object.values(metadata).every(isText)) throw wrong(name, 8, 'metadata of text alone', 'something else', 'Write the file again with what made it.')
  if (typeof text === 'string') return requireDescription(`${name}, metadata`, strictJson(text, `${name}, metadata`))
  throw wrong(name, 8, `a network, described under '${DESCRIPTION}' in the metadata`, 'tensors alone', 'Make the network yourself and set net.parameters from them.')
}

/** The tensors are those of the network, in their order, without holes, and fill the file. */
function requireTensors({ sizes, dtype }: ModelDescription, header: StrictObject, length: number, name: string): void {
  const kind = dtype === 'float32' ? 'F32' : 'F64'
  const width = dtype === 'float32' ? 4 : 8
  let end = 0
  const names = new Set(['__metadata__'])
  for (let l = 2; l <= sizes.length; l++) {
    const [n = 0, before = 0] = [sizes[l - 1], sizes[l - 2]]
    for (const [tensor, shape] of [[`w${l}`, [n, before]], [`b${l}`, [n]]] as const) {
      const begin = end
      end += width * shape.reduce((product, size) => product * size, 1)
      if (end > length) throw wrong(name, 8, `${end} bytes of numbers, as the sizes say`, `${length} in the file`, CUT_OFF)
      requireTensor(`${name}, tensor ${tensor}`, header[tensor], kind, shape, begin, end)
      names.add(tensor)
    }
  }
  const more = Object.keys(header).find((key) => !names.has(key))
  if (more !== undefined) throw wrong(name, 8, 'the tensors of the network alone', JSON.stringify(more.slice(0, 40)), 'Write the file again with what made it.')
  if (end !== length) throw wrong(name, 8, `${end} bytes of numbers, as the sizes say`, `${length} in the file`, 'Write the file again with what made it.')
}

function requireTensor(where: string, entry: StrictJson | undefined, kind: string, shape: readonly number[], begin: number, end: number): void {
  const expected = `${kind}, shape [${shape.join(', ')}], bytes ${begin} … ${end}`
  if (!isObject(entry)) throw new FormatError({ where, expected, got: 'none', fix: 'Write the file again with what made it.' })
  const { dtype, shape: got, data_offsets: offsets, ...rest } = entry
  const same = (list: StrictJson | undefined, wanted: readonly number[]) => isListOf(list, isNumber) && list.length === wanted.length && wanted.every((x, i) => list[i] === x)
  if (dtype === kind && same(got, shape) && same(offsets, [begin, end]) && Object.keys(rest).length === 0) return
  throw new FormatError({ where, expected, got: JSON.stringify(entry).slice(0, 120), fix: 'Write the file again with what made it.' })
}

function fillFrom({ L, w, b, dtype, parameters }: Network, view: DataView, first: number, name: string): void {
  const width = dtype === 'float32' ? 4 : 8
  let at = first
  const next = () => {
    const value = dtype === 'float32' ? view.getFloat32(at, true) : view.getFloat64(at, true)
    at += width
    return value
  }
  for (let l = 2; l <= L; l++) {
    const [weights, biases] = [w[l], b[l]]
    if (!weights || !biases) continue
    for (let j = 0; j < weights.rows; j++) for (let k = 0; k < weights.cols; k++) weights.data[j + k * weights.rows] = next()
    for (let j = 0; j < biases.rows; j++) biases.data[j] = next()
  }
  const bad = parameters.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw wrong(name, first, 'finite parameters', `${parameters[bad]}`, 'The training diverged before it was saved: train it again.')
}

function isObject(value: StrictJson | undefined): value is StrictObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function wrong(name: string, offset: number, expected: string, got: string, fix: string): FormatError {
  return new FormatError({ offset, where: `${name}, byte ${offset}`, expected, got, fix })
}
