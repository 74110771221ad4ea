import { FormatError } from '@nablajs/linalg'

/**
 * Packed bytes go in by pieces of this size: 1 KiB of gzip can hold 1 MiB, so one piece never makes more than 16 MiB, also
 * in engines that unpack a whole piece before any of it is read.
 */
const PIECE = 16384

/** The memory for a file of unknown size starts here and doubles. */
const START = 65536

/**
 * Whether bytes are gzip, by its two magic bytes.
 *
 * Shapes: any number of bytes.
 */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/**
 * Unpacks gzip, or another format of the same compression. `lengthOf` is asked, as bytes come, how long the whole is (undefined: not known yet, more is needed; it
 * may throw): memory grows with what really comes and never past that, and one byte more ends it.
 *
 * Shapes: bytes in, bytes out. Throws `FormatError` for a damaged file or one that holds more.
 */
export async function unpack(
  name: string,
  packed: Uint8Array,
  lengthOf: (head: Uint8Array) => number | undefined,
  format: CompressionFormat = 'gzip',
): Promise<Uint8Array> {
  let bytes = new Uint8Array(START)
  let length = 0
  let whole: number | undefined
  for await (const piece of unpacked(name, packed, format)) {
    const end = length + piece.length
    if (end > bytes.length) {
      const larger = new Uint8Array(Math.max(end, Math.min(2 * bytes.length, whole ?? Infinity)))
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    bytes.set(piece, length)
    length = end
    whole ??= lengthOf(bytes.subarray(0, length))
    if (whole !== undefined && length > whole) break
  }
  return bytes.subarray(0, length)
}

async function* unpacked(name: string, packed: Uint8Array, format: CompressionFormat): AsyncGenerator<Uint8Array> {
  let sent = 0
  const pieces = new ReadableStream<BufferSource>({
    pull(controller) {
      if (sent >= packed.length) {
        controller.close()
        return
      }
      // A copy: the stream may take a piece's memory away, and the bytes are the caller's.
      controller.enqueue(packed.slice(sent, sent + PIECE))
      sent += PIECE
    },
  })
  const reader = pieces.pipeThrough(new DecompressionStream(format)).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (cause) {
    throw new FormatError({
      where: name,
      expected: `a whole ${format === 'gzip' ? 'gzip file' : 'packed part'}`,
      got: `one that ends early or is damaged (${cause instanceof Error ? cause.message : String(cause)})`,
      fix: 'Download it again, and compare its size or checksum with the source.',
    })
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
