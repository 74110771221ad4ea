/**
 * An NPY file of doubles, as numpy.save writes it.
 *
 * Shapes: Π dims numbers.
 */
export function npyFile(dims: readonly number[], data: readonly number[]): Uint8Array {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${dims.map((dim) => `${dim},`).join(' ')}), }`
  const padded = `${header.padEnd(117)}\n`
  const file = new Uint8Array(128 + 8 * data.length)
  file.set([0x93, ...Buffer.from('NUMPY'), 1, 0, padded.length, 0, ...Buffer.from(padded)])
  file.set(new Uint8Array(Float64Array.from(data).buffer), 128)
  return file
}
