import { damaged } from './damaged.js'

/**
 * Unpacks gzip that holds `length` bytes; what some server has unpacked on the way is taken as it is.
 *
 * Shapes: returns `length` bytes. Throws (by rejecting) `DataError` for a damaged file and one that holds more or fewer.
 */
export async function unpack(where: string, bytes: Uint8Array, length: number): Promise<Uint8Array> {
  const fix = 'Install the package again, or download the file again: it was cut off or changed on the way.'
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isGzip && bytes.length === length) return bytes
  if (!isGzip) throw damaged(where, `${String(bytes.length)} bytes that are not gzip`, fix)
  const whole = new Uint8Array(length)
  let end = 0
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (end + value.length > length) throw new Error(`more than ${String(length)} bytes in it`)
      whole.set(value, end)
      end += value.length
    }
    if (end < length) throw new Error(`${String(end)} bytes in it instead of ${String(length)}`)
    return whole
  } catch (cause) {
    throw damaged(where, cause instanceof Error ? cause.message : String(cause), fix)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
