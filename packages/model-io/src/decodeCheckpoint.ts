import { createHash } from 'node:crypto'
import { FormatError, type Floats } from '@nablajs/linalg'
import type { Checkpoint } from './checkpoint.js'
import { CheckpointError } from './checkpointError.js'
import { requireCheckpoint } from './checkpointFault.js'
import { aligned, HASH_BYTES, MAGIC, PREFIX_BYTES, VERSION } from './checkpointFrame.js'
import { isCount } from './check.js'
import { fromTree, type Json } from './plainTree.js'

/** What to call the file in errors. */
export interface DecodeCheckpointOptions {
  /** `checkpoint` unless said. */
  name?: string
}

/**
 * The checkpoint that a file holds. Its hash is compared before anything else is believed, lengths are compared with that of the file before
 * memory is taken, and only what `encodeCheckpoint` writes is read.
 *
 * Shapes: arrays are copies. Throws `FormatError` for a file that is cut off, changed or another format, `CheckpointError` with the reason
 * `newer` for one of a later version.
 */
export function decodeCheckpoint(bytes: Uint8Array, { name = 'checkpoint' }: DecodeCheckpointOptions = {}): Checkpoint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  requireMagic(bytes, name)
  const end = bytes.length - HASH_BYTES
  if (end < PREFIX_BYTES) throw cutOff(bytes, name)
  if (!createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))) throw changed(name)
  requireVersion(view.getUint32(MAGIC.length, true), name)
  const headEnd = PREFIX_BYTES + view.getUint32(MAGIC.length + 4, true)
  if (headEnd > end) throw malformed(name, MAGIC.length + 4, `a head of at most ${end - PREFIX_BYTES} bytes`, String(headEnd - PREFIX_BYTES))

  const text = textOf(bytes.subarray(PREFIX_BYTES, headEnd), name)
  const { kinds, value } = headOf(text, name)
  const arrays = arraysOf(bytes, headEnd, end, kinds, name)
  const left = arrays.values()
  const checkpoint = fromTree(value, left, name)
  // Written again a head is the same: no field twice, no number in another form, no space, no array out of its order.
  let mentions = 0
  const again = JSON.stringify({ arrays: kinds, value }, (key, item: unknown) => (key === '$array' ? mentions++ : item))
  if (!left.next().done || again !== text) throw malformed(name, PREFIX_BYTES, 'a head as saveCheckpoint writes it', 'another')
  requireCheckpoint(checkpoint, ({ field, expected }) => malformed(`${name}, ${field}`, PREFIX_BYTES, expected, 'something else'))
  return checkpoint
}

type Kind = readonly ['float32' | 'float64', number]

function requireMagic(bytes: Uint8Array, name: string): void {
  const wrong = MAGIC.findIndex((byte, i) => bytes[i] !== byte)
  if (wrong < 0) return
  if (wrong >= bytes.length) throw cutOff(bytes, name)
  throw malformed(name, wrong, 'a checkpoint of saveCheckpoint', 'the beginning of another file')
}

function requireVersion(version: number, name: string): void {
  if (version === VERSION) return
  if (version === 0) throw malformed(name, MAGIC.length, 'a version from 1 on', '0')
  throw new CheckpointError({
    path: name,
    reason: 'newer',
    where: name,
    expected: `version ${VERSION} of the format`,
    got: `version ${version}`,
    fix: 'Install the version of @nablajs/model-io that wrote it, or a later one.',
  })
}

function textOf(head: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(head)
  } catch {
    throw malformed(name, PREFIX_BYTES, 'a head in UTF-8', 'other bytes')
  }
}

function headOf(text: string, name: string): { kinds: Kind[]; value: Json } {
  const head = parsed(text, name)
  const fields: { arrays?: Json; value?: Json } = typeof head === 'object' && head !== null && !Array.isArray(head) ? head : {}
  const { arrays, value } = fields
  if (!Array.isArray(arrays) || value === undefined) throw malformed(name, PREFIX_BYTES, 'a head with arrays and value', 'another')
  return { kinds: arrays.map((kind) => kindOf(kind, name)), value }
}

function parsed(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw malformed(name, PREFIX_BYTES, 'a head in JSON', 'something else')
  }
}

function kindOf(kind: Json, name: string): Kind {
  const [dtype, length] = Array.isArray(kind) && kind.length === 2 ? kind : []
  if ((dtype === 'float32' || dtype === 'float64') && isCount(length)) return [dtype, length]
  throw malformed(name, PREFIX_BYTES, 'arrays, each a type and a length', JSON.stringify(kind ?? null))
}

function arraysOf(bytes: Uint8Array, headEnd: number, end: number, kinds: readonly Kind[], name: string): Floats[] {
  const start = aligned(headEnd)
  const total = kinds.reduce((sum, kind) => sum + aligned(bytesOf(kind)), start)
  if (total !== end) throw malformed(name, headEnd, `${total - headEnd} bytes of arrays`, String(end - headEnd))
  requireZeros(bytes, headEnd, start, name)
  let offset = start
  return kinds.map((kind) => {
    const from = offset
    offset += aligned(bytesOf(kind))
    requireZeros(bytes, from + bytesOf(kind), offset, name)
    const { buffer } = new Uint8Array(bytes.subarray(from, from + bytesOf(kind)))
    return kind[0] === 'float32' ? new Float32Array(buffer) : new Float64Array(buffer)
  })
}

function bytesOf([dtype, length]: Kind): number {
  return length * (dtype === 'float32' ? 4 : 8)
}

function requireZeros(bytes: Uint8Array, from: number, to: number, name: string): void {
  for (let i = from; i < to; i++) if (bytes[i] !== 0) throw malformed(name, i, 'zero', String(bytes[i]))
}

function cutOff({ length }: Uint8Array, name: string): FormatError {
  return malformed(name, length, `at least ${PREFIX_BYTES + HASH_BYTES} bytes`, `the end after ${length}`)
}

function changed(name: string): FormatError {
  const fix = 'It was cut off or changed after it was written; take another one.'
  return new FormatError({ where: name, expected: 'bytes whose SHA-256 is the one at the end', got: 'others', fix })
}

function malformed(name: string, offset: number, expected: string, got: string): FormatError {
  return new FormatError({ offset, where: `${name}, byte ${offset}`, expected, got, fix: 'It was not written by saveCheckpoint; take another file.' })
}
