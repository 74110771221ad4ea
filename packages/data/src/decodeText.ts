import { OptionError } from '@nablajs/linalg'
import { FormatError } from './formatError.js'

/**
 * Text from bytes: in the encoding given, else UTF-8, or UTF-16 where its mark stands in front. Text stays as it is.
 *
 * Shapes: none; bytes in, text out. Throws `FormatError` for bytes that are none in that encoding, `OptionError` for one that is not known.
 */
export function decodeText(file: string, bytes: string | Uint8Array | ArrayBuffer, given?: string): string {
  if (typeof bytes === 'string') return bytes
  const [first, second] = new Uint8Array(ArrayBuffer.isView(bytes) ? bytes.slice(0, 2) : bytes.slice(0, 2))
  const encoding = given ?? (first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
  const decoder = decoderOf(encoding)
  try {
    return decoder.decode(bytes)
  } catch {
    throw new FormatError({
      where: file,
      expected: `text in ${encoding}`,
      got: 'bytes that are none',
      fix: "Save it as UTF-8; or say what it is in, for example { encoding: 'windows-1252' }.",
    })
  }
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
