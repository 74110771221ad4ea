import type { Random } from '@nablajs/linalg'

/** Numbers at which counts and lengths go wrong. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
/** One in so many cases keeps nothing of the file. */
const NOISE = 64

/**
 * A few changes at random places: bits, bytes, lengths, parts cut, doubled and moved, and pieces of `words`, which mean something in the
 * format.
 */
export function mutateBytes(file: Uint8Array, random: Random, words: readonly Uint8Array[] = []): Uint8Array {
  if (random.integer(NOISE) === 0) return Uint8Array.from({ length: random.integer(256) }, () => random.integer(256))
  // Not `slice`: that of a Buffer is a view.
  let bytes = new Uint8Array(file)
  for (let changes = 1 + random.integer(4); changes > 0; changes--) bytes = changed(bytes, random, words)
  return bytes
}

function changed(bytes: Uint8Array<ArrayBuffer>, random: Random, words: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const at = random.integer(bytes.length + 1)
  const length = random.integer(Math.min(32, bytes.length - at) + 1)
  const word = words[words.length === 0 ? 0 : random.integer(words.length)] ?? new Uint8Array()
  switch (random.integer(8)) {
    case 0:
      return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << random.integer(8)))
    case 1:
      return withByte(bytes, at, random.integer(256))
    case 2:
      return withNumber(bytes, at, random)
    case 3:
      return bytes.slice(0, at)
    case 4:
      return spliced(bytes, at, length, new Uint8Array())
    case 5:
      return spliced(bytes, at, 0, bytes.subarray(at, at + length))
    case 6:
      return spliced(bytes, random.integer(bytes.length + 1), 0, bytes.subarray(at, at + length))
    default:
      return spliced(bytes, at, random.integer(2) * length, word)
  }
}

function withByte(bytes: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  if (at < bytes.length) bytes[at] = value
  return bytes
}

function withNumber(bytes: Uint8Array<ArrayBuffer>, at: number, random: Random): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const value = EDGES[random.integer(EDGES.length)] ?? 0
  const little = random.integer(2) === 0
  if (random.integer(2) === 0 && at + 4 <= bytes.length) view.setUint32(at, value, little)
  else if (at + 2 <= bytes.length) view.setUint16(at, value, little)
  return bytes
}

function spliced(bytes: Uint8Array<ArrayBuffer>, at: number, removed: number, added: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length - removed + added.length)
  out.set(bytes.subarray(0, at))
  out.set(added, at)
  out.set(bytes.subarray(at + removed), at + added.length)
  return out
}

/** Words for `mutateBytes`, from text. */
export function wordsOf(...words: readonly string[]): readonly Uint8Array[] {
  return words.map((word) => new TextEncoder().encode(word))
}
