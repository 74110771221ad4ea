import { createHash } from 'node:crypto'
import { OptionError, type Floats } from '@nablajs/linalg'
import type { Checkpoint } from './checkpoint.js'
import { requireCheckpoint } from './checkpointFault.js'
import { aligned, HASH_BYTES, MAGIC, PREFIX_BYTES, VERSION } from './checkpointFrame.js'
import { toTree } from './plainTree.js'

/**
 * A checkpoint as the bytes of a file, laid out as `checkpointFrame.ts` draws it. The same checkpoint gives the same bytes.
 *
 * Shapes: none. Throws `OptionError` for what is no checkpoint, naming the field.
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  requireCheckpoint(checkpoint, ({ field, expected }) => {
    const fix = 'Make it with checkpointOf(net, training.state(), { cost }).'
    return new OptionError({ option: field, where: `checkpoint, ${field}`, expected, got: 'something else', fix })
  })
  const arrays: Floats[] = []
  const value = toTree(checkpoint, arrays, 'checkpoint')
  const kinds = arrays.map((array) => [array.BYTES_PER_ELEMENT === 4 ? 'float32' : 'float64', array.length])
  return framed(new TextEncoder().encode(JSON.stringify({ arrays: kinds, value })), arrays)
}

function framed(head: Uint8Array, arrays: readonly Floats[]): Uint8Array {
  const start = aligned(PREFIX_BYTES + head.length)
  const end = arrays.reduce((offset, { byteLength }) => offset + aligned(byteLength), start)
  const bytes = new Uint8Array(end + HASH_BYTES)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint32(MAGIC.length, VERSION, true)
  view.setUint32(MAGIC.length + 4, head.length, true)
  bytes.set(head, PREFIX_BYTES)
  let offset = start
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += aligned(byteLength)
  }
  bytes.set(createHash('sha256').update(bytes.subarray(0, end)).digest(), end)
  return bytes
}
