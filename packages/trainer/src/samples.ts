import { DataError, ShapeError, type Vector } from '@nablajs/linalg'
import type { Network } from '@nablajs/backprop'

/** Columns one after another: a `Matrix` is one, and image bytes stay bytes until a minibatch is gathered. */
export interface Columns {
  /** Numbers in a column. */
  readonly rows: number
  readonly data: Uint8Array | Float32Array | Float64Array
  /** Multiplies every number as it is gathered; 1 unless said. 1/255 makes bytes 0 … 1. */
  readonly scale?: number
}

/** What is trained on: `size` samples, each a column of inputs and one of targets, and perhaps a weight. */
export interface Samples {
  readonly size: number
  readonly inputs: Columns
  readonly targets: Columns
  /** ω_i, 1 × size: how much sample i counts; 1 each unless given. */
  readonly weights?: Columns
}

/**
 * Throws unless the samples fit the network: counts, lengths of a column, finite numbers.
 *
 * Shapes: inputs n_1 × size, targets n_L × size, weights 1 × size. Throws `ShapeError`, or `DataError` naming the
 * sample.
 */
export function requireSamples(where: string, { sizes, L }: Network, samples: Samples): void {
  const { size, inputs, targets, weights } = samples
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new DataError({
      where,
      expected: 'at least one sample',
      got: String(size),
      fix: 'Give { size, inputs, targets }; dataset() of @nablajs/data makes one.',
    })
  }
  requireColumns(`${where}, inputs`, inputs, sizes[0], size)
  requireColumns(`${where}, targets`, targets, sizes[L - 1], size)
  if (weights) requireColumns(`${where}, weights`, weights, 1, size)
}

function requireColumns(where: string, columns: Columns, rows: number, size: number): void {
  if (columns.rows !== rows) {
    throw new ShapeError({
      operation: 'train',
      shapes: [`${rows} × ${size}`, `${columns.rows} × ${size}`],
      side: 'rows',
      where,
      expected: `columns of ${rows} numbers, one for each neuron, or one weight for each sample`,
      got: String(columns.rows),
      fix: 'Make the network with sizes that match the samples, or the samples to match the network.',
    })
  }
  if (columns.data.length !== rows * size) throw wrongCount(where, rows, size, columns.data.length)
  if (!(columns.data instanceof Uint8Array)) requireFinite(where, columns.data, rows)
}

function wrongCount(where: string, rows: number, size: number, got: number): ShapeError {
  return new ShapeError({
    operation: 'train',
    shapes: [`${rows} × ${size}`, `${got} numbers`],
    side: 'columns',
    where,
    expected: `${rows * size} numbers for ${size} samples`,
    got: got % rows === 0 ? `${got}, which is ${got / rows} samples` : `${got}, which is no whole number of samples`,
    fix: 'Give inputs, targets and weights for the same samples.',
  })
}

function requireFinite(where: string, data: Vector, rows: number): void {
  for (let at = 0; at < data.length; at++) {
    if (Number.isFinite(data[at])) continue
    const sample = Math.floor(at / rows)
    throw new DataError({
      sample,
      row: at % rows,
      where: `${where}, sample ${sample}, row ${at % rows}`,
      expected: 'a finite number',
      got: String(data[at]),
      fix: 'Clean or leave out this sample; a single such number would spoil every weight.',
    })
  }
}
