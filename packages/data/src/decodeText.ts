import { FormatError, OptionError } from '@nablajs/linalg'
import { binaryFormat } from './otherFormat.js'

/**
 * Text from bytes: in the encoding given, else UTF-8, or UTF-16 where its mark stands in front. Text stays as it is.
 *
 * Shapes: none; bytes in, text out. Throws `FormatError` for bytes that are none in that encoding, with the line, for a NUL among them and for a file of
 * another kind, naming it; `OptionError` for an encoding that is not known.
 */
export function decodeText(file: string, bytes: string | Uint8Array | ArrayBuffer, given?: string): string {
  if (typeof bytes === 'string') return bytes
  const beginning = new Uint8Array(bytes.slice(0, 8))
  const [first, second] = beginning
  const encoding = given ?? (first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
  const decoder = decoderOf(encoding)
  const other = binaryFormat(beginning)
  if (other !== undefined) throw refusal(file, `text in ${encoding}`, other, 'Unpack it, or save it as CSV.')
  const text = decoded(file, decoder, bytes)
  const nul = text.indexOf('\0')
  if (nul < 0) return text
  const fix = "If it is UTF-16 without its mark, say { encoding: 'utf-16le' } or 'utf-16be'; otherwise the file is damaged or no text."
  throw refusal(file, `text in ${encoding}`, `a NUL as character ${nul + 1}`, fix)
}

function decoded(file: string, decoder: TextDecoder, bytes: Uint8Array | ArrayBuffer): string {
  try {
    return decoder.decode(bytes)
  } catch {
    const line = lineOfFirstWrong(decoder.encoding, new Uint8Array(bytes))
    throw new FormatError({
      line,
      where: `${file}, line ${line}`,
      expected: `text in ${decoder.encoding}`,
      got: 'bytes that are none',
      fix: "Save it as UTF-8; or say what it is in, for example { encoding: 'windows-1252' }.",
    })
  }
}

/** Bytes that are looked at together before they are looked at one by one. */
const PIECE = 1 << 16

/** The line of the first byte at which text in an encoding breaks off, from 1. */
function lineOfFirstWrong(encoding: string, bytes: Uint8Array): number {
  // The one decoder finds the piece, the other stays a piece behind and finds the byte in it.
  const [ahead, behind] = [decoderOf(encoding), decoderOf(encoding)]
  let lines = 1
  for (let from = 0; ; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE)
    const isLast = from + PIECE >= bytes.length
    if (isLast || !decodes(ahead, piece)) return lines + linesBeforeWrong(behind, piece)
    lines += linesIn(behind.decode(piece, { stream: true }))
  }
}

function decodes(decoder: TextDecoder, piece: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: true })
    return true
  } catch {
    return false
  }
}

function linesBeforeWrong(decoder: TextDecoder, piece: Uint8Array): number {
  let lines = 0
  try {
    for (let at = 0; at < piece.length; at++) lines += linesIn(decoder.decode(piece.subarray(at, at + 1), { stream: true }))
  } catch {
    // Here it is.
  }
  return lines
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new OptionError({
      option: 'encoding',
      where: 'encoding',
      expected: 'the name of an encoding',
      got: encoding,
      fix: 'Give for example windows-1252, utf-16le, gb18030 or shift_jis.',
    })
  }
}

function refusal(where: string, expected: string, got: string, fix: string): FormatError {
  return new FormatError({ where, expected, got, fix })
}
