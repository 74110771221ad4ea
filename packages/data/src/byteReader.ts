/** Takes bytes that come piece by piece in lengths of one's own. */
export interface ByteReader {
  /** How many bytes were read. */
  readonly offset: number
  /** The next `length` bytes, as a copy, fewer only where they end. */
  read(length: number): Promise<Uint8Array>
  /** Lets go of where the bytes come from. */
  close(): Promise<void>
}

/**
 * A reader of pieces.
 *
 * Shapes: any number of bytes.
 */
export function byteReader(pieces: AsyncGenerator<Uint8Array>): ByteReader {
  let piece = new Uint8Array()
  let used = 0
  let offset = 0
  return {
    get offset() {
      return offset
    },
    async read(length) {
      // Memory grows with what comes, not with what a header says.
      const parts: Uint8Array[] = []
      let found = 0
      while (found < length) {
        if (used === piece.length) {
          const next = await pieces.next()
          if (next.done) break
          piece = new Uint8Array(next.value)
          used = 0
        }
        const part = piece.subarray(used, used + length - found)
        parts.push(part)
        used += part.length
        found += part.length
      }
      offset += found
      return joined(parts, found)
    },
    async close() {
      await pieces.return(undefined)
    },
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
