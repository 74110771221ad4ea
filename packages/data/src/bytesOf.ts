import { OptionError } from '@nablajs/linalg'

/**
 * The bytes of a file that was given as a typed array or a buffer: looked at, not copied.
 *
 * Shapes: any number of bytes. Throws `OptionError` for anything else.
 */
export function bytesOf(of: string, file: Uint8Array | ArrayBuffer): Uint8Array {
  if (ArrayBuffer.isView(file)) return new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  if (Object.prototype.toString.call(file) === '[object ArrayBuffer]') return new Uint8Array(file)
  throw new OptionError({
    option: 'file',
    where: `${of}, file`,
    expected: 'the bytes of a file: a Uint8Array or an ArrayBuffer',
    got: typeof file,
    fix: 'Read the file first: readFile(path) in Node, await file.arrayBuffer() in a browser.',
  })
}
