/**
 * An IDX file of bytes.
 *
 * Shapes: Π dims bytes.
 */
export function idxFile(dims: readonly number[], data: ArrayLike<number>): Uint8Array {
  const file = new Uint8Array(4 + 4 * dims.length + data.length)
  const view = new DataView(file.buffer)
  file.set([0, 0, 8, dims.length])
  dims.forEach((dim, i) => view.setUint32(4 + 4 * i, dim))
  file.set(data, 4 + 4 * dims.length)
  return file
}
