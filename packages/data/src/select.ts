import { OptionError } from '@nablajs/linalg'
import type { ColumnData, Columns, Samples } from './samples.js'

/**
 * The samples of these indices, in this order, copied; an index may come twice.
 *
 * Shapes: inputs n_1 × (number of indices), the other parts likewise. Throws `OptionError` for an index outside
 * 0 … size − 1, or none.
 */
export function select(samples: Samples, indices: ArrayLike<number>): Samples {
  const wrong = Array.prototype.findIndex.call(indices, (i: number) => !Number.isInteger(i) || i < 0 || i >= samples.size)
  if (wrong >= 0 || indices.length === 0) {
    throw new OptionError({
      option: 'indices',
      where: wrong >= 0 ? `select, indices[${wrong}]` : 'select, indices',
      expected: `whole numbers of 0 … ${samples.size - 1}, at least one`,
      got: wrong >= 0 ? String(indices[wrong]) : 'none',
      fix: 'Samples are counted from 0.',
    })
  }
  const { inputs, targets, weights, labels } = samples
  return {
    size: indices.length,
    inputs: picked(inputs, indices),
    targets: picked(targets, indices),
    ...(weights && { weights: picked(weights, indices) }),
    ...(labels && { labels: Uint8Array.from(indices, (i) => labels[i] ?? 0) }),
  }
}

function picked({ rows, data, ...rest }: Columns, indices: ArrayLike<number>): Columns {
  const copy = emptyLike(data, rows * indices.length)
  for (let k = 0; k < indices.length; k++) {
    const from = (indices[k] ?? 0) * rows
    copy.set(data.subarray(from, from + rows), k * rows)
  }
  return { ...rest, rows, data: copy }
}

function emptyLike(data: ColumnData, length: number): ColumnData {
  if (data instanceof Uint8Array) return new Uint8Array(length)
  return data instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)
}
