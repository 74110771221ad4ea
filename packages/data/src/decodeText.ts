import { FormatError } from './formatError.js'

/**
 * Text from bytes: UTF-8, or UTF-16 where its mark stands in front. Text stays as it is.
 *
 * Shapes: none; bytes in, text out. Throws `FormatError` for bytes that are not UTF-8.
 */
export function decodeText(file: string, bytes: string | Uint8Array | ArrayBuffer): string {
  if (typeof bytes === 'string') return bytes
  const [first, second] = new Uint8Array(ArrayBuffer.isView(bytes) ? bytes.slice(0, 2) : bytes.slice(0, 2))
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new FormatError({
      where: file,
      expected: `text in ${encoding}`,
      got: 'bytes that are none',
      fix: "Save it as UTF-8; or decode it yourself, for example with new TextDecoder('windows-1252'), and give the text.",
    })
  }
}
