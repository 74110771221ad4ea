import { FormatError } from '@nablajs/linalg'

/**
 * Text of bytes that come piece by piece: UTF-8, or UTF-16 where its mark stands in front.
 *
 * Shapes: none; bytes in, text out. Throws (by rejecting) `FormatError` with the byte offset of the piece for bytes that are no text.
 */
export async function* textFrom(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let offset = 0
  const decoded = (piece: Uint8Array | undefined): string => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    try {
      return decoder.decode(piece, { stream: piece !== undefined })
    } catch {
      throw new FormatError({
        offset,
        where: `${file}, byte ${offset} or after`,
        expected: `text in ${decoder.encoding}`,
        got: 'bytes that are none',
        fix: 'Save it as UTF-8.',
      })
    }
  }
  let head = new Uint8Array()
  for await (const piece of bytes) {
    // The mark may come in pieces.
    const whole = decoder === undefined && head.length > 0 ? Uint8Array.of(...head, ...piece) : piece
    if (decoder === undefined && whole.length < 2) {
      head = whole.slice()
      continue
    }
    yield decoded(whole)
    offset += whole.length
  }
  yield decoder === undefined ? decoded(head) + decoded(undefined) : decoded(undefined)
}

function encodingOf(bytes: Uint8Array = new Uint8Array()): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
