const BEGINNINGS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive, such as PyTorch (.pt, .pth), Keras (.keras) and NumPy (.npz) write'],
  [[0x89, 0x48, 0x44, 0x46], 'an HDF5 file, such as Keras (.h5) writes'],
  [[0x80, 0x02], 'a pickle of Python, which can run code and is not read'],
  [[0x80, 0x03], 'a pickle of Python, which can run code and is not read'],
  [[0x80, 0x04, 0x95], 'a pickle of Python, which can run code and is not read'],
  [[0x80, 0x05, 0x95], 'a pickle of Python, which can run code and is not read'],
  [[0x1f, 0x8b], 'a gzip file'],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], 'a NumPy array (.npy)'],
  [[0x47, 0x47, 0x55, 0x46], 'a GGUF file'],
  // The version of the format, then who wrote it.
  ...Array.from({ length: 20 }, (_, version) => [[0x08, version, 0x12], 'an ONNX file, which is written and not read'] as const),
  [[0x3c], 'a page of HTML or XML, perhaps an error of the server that it came from'],
  [[0x7b], 'JSON'],
]

/** How the header of a safetensors file begins, behind its length. */
const BRACE = 0x7b

/**
 * What a file is that is no safetensors file, by its first bytes; undefined where nothing speaks against it.
 *
 * Shapes: none. A safetensors file begins with the length of its header, so its fifth to eighth bytes are 0.
 */
export function otherFormat(bytes: Uint8Array): string | undefined {
  const zeros = bytes.length >= 8 && bytes[4] === 0 && bytes[5] === 0 && bytes[6] === 0 && bytes[7] === 0
  if (zeros && (bytes.length === 8 || bytes[8] === BRACE)) return undefined
  // Gzip that says no time and short pickles have zeros there too. A single byte is then no sign: it may be the length of a header.
  return BEGINNINGS.find(([beginning]) => beginning.length > (zeros ? 1 : 0) && beginning.every((byte, i) => bytes[i] === byte))?.[1]
}
