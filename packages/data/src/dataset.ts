import { DataError, type Matrix, type Vector } from '@nablajs/linalg'
import type { ColumnData, Columns, Samples } from './samples.js'

/** What samples are made from: one array per sample, or columns one after another, which a `Matrix` is too. */
export type ColumnsSource = readonly Readonly<Vector>[] | Matrix | Columns

/**
 * Samples from arrays, a matrix or typed columns, checked once, here: as many targets as inputs, every sample of the same
 * length, every number finite. Arrays are copied as float64; a matrix and typed columns are looked at, not copied.
 *
 * Shapes: inputs: n_1 × m, targets: n_L × m, weights: m numbers, labels: m whole numbers of 0 … 255. Throws `DataError`
 * with the sample and the row, both counted from 0.
 */
export function dataset(
  inputs: ColumnsSource,
  targets: ColumnsSource,
  { weights, labels }: { weights?: Readonly<Vector>; labels?: Readonly<Vector> } = {},
): Samples {
  const X = columnsOf('inputs', inputs)
  const Y = columnsOf('targets', targets)
  const size = X.data.length / X.rows
  const count = Y.data.length / Y.rows
  if (count !== size) throw otherCount('targets', size, count)
  return {
    size,
    inputs: X,
    targets: Y,
    ...(weights && { weights: oneEach(size, weights) }),
    ...(labels && { labels: bytesOf(size, labels) }),
  }
}

function columnsOf(part: string, source: ColumnsSource): Columns {
  return checked(part, isColumns(source) ? source : joined(part, source))
}

function isColumns(source: unknown): source is Matrix | Columns {
  return typeof source === 'object' && source !== null && 'data' in source
}

function joined(part: string, source: readonly Readonly<Vector>[]): Columns {
  const columns: readonly (Readonly<Vector> | null | undefined)[] = source
  if (!Array.isArray(source)) {
    const promised = typeof source === 'object' && source !== null && 'then' in source
    throw new DataError({
      where: part,
      expected: 'an array with one array per sample, a Matrix, or { rows, data }',
      got: promised ? 'a promise' : typeof source,
      fix: promised ? 'Write await before it.' : 'Give [[…], […]], where each inner array is one sample.',
    })
  }
  const rows = columns[0]?.length ?? 0
  const data = new Float64Array(rows * columns.length)
  for (const [i, column] of columns.entries()) {
    if (typeof column !== 'object' || column === null) throw notASample(part, i, column)
    if (column.length !== rows) {
      throw new DataError({
        sample: i,
        where: `${part}, sample ${i}`,
        expected: `${rows} numbers as in sample 0`,
        got: String(column.length),
        fix: 'Give every sample the same length. A column is a sample: one inner array holds all the numbers of one sample.',
      })
    }
    for (let j = 0; j < rows; j++) {
      const x: unknown = column[j]
      data[j + i * rows] = typeof x === 'number' ? x : NaN
      if (typeof x !== 'number') throw notFinite(part, i, j, x)
    }
  }
  return { rows, data }
}

const TYPES = ['[object Uint8Array]', '[object Float32Array]', '[object Float64Array]']

function checked(part: string, { rows, data, scale }: Columns): Columns {
  const tag = Object.prototype.toString.call(data)
  if (!TYPES.includes(tag)) {
    throw new DataError({
      where: `${part}, data`,
      expected: 'a Uint8Array, Float32Array or Float64Array',
      got: tag.slice('[object '.length, -1),
      fix: 'Convert it, for example with Float32Array.from(data).',
    })
  }
  if (data.length === 0) {
    throw new DataError({
      where: part,
      expected: 'at least one sample of at least one number',
      got: 'none',
      fix: 'Look at where the data comes from: an empty set cannot be trained or tested on.',
    })
  }
  if (!Number.isSafeInteger(rows) || rows < 1 || data.length % rows !== 0) {
    throw new DataError({
      where: `${part}, rows`,
      expected: 'the number of numbers in a sample, which divides the length of data',
      got: `${rows} rows for ${data.length} numbers`,
      fix: 'Give rows = (length of data) / (number of samples).',
    })
  }
  requireFinite(part, rows, data)
  if (scale === undefined) return { rows, data }
  if (!Number.isFinite(scale) || scale === 0) {
    throw new DataError({
      where: `${part}, scale`,
      expected: 'a finite number other than 0',
      got: String(scale),
      fix: 'Give 1 / 255 for bytes of grey, or leave it out.',
    })
  }
  return { rows, data, scale }
}

function requireFinite(part: string, rows: number, data: ColumnData): void {
  if (data.BYTES_PER_ELEMENT === 1) return
  const at = data.findIndex((x: number) => !Number.isFinite(x))
  if (at >= 0) throw notFinite(part, Math.floor(at / rows), at % rows, data[at])
}

function oneEach(size: number, weights: Readonly<Vector>): Columns {
  if (weights.length !== size) throw otherCount('weights', size, weights.length)
  const data = Float64Array.from({ length: size }, (_, i) => weights[i] ?? NaN)
  requireFinite('weights', 1, data)
  return { rows: 1, data }
}

function bytesOf(size: number, labels: Readonly<Vector>): Uint8Array {
  if (labels.length !== size) throw otherCount('labels', size, labels.length)
  const bytes = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    bytes[i] = labels[i] ?? NaN
    if (bytes[i] !== labels[i]) {
      throw new DataError({
        sample: i,
        where: `labels, sample ${i}`,
        expected: 'a whole number of 0 … 255',
        got: String(labels[i]),
        fix: 'Number the classes from 0.',
      })
    }
  }
  return bytes
}

function otherCount(part: string, size: number, count: number): DataError {
  return new DataError({
    where: part,
    expected: `${size}, one for each sample of inputs`,
    got: String(count),
    fix: 'Give as many as there are samples. A column is a sample: one inner array holds all the numbers of one sample.',
  })
}

function notASample(part: string, sample: number, got: unknown): DataError {
  return new DataError({
    sample,
    where: `${part}, sample ${sample}`,
    expected: 'an array of numbers',
    got: typeof got,
    fix: 'Give [[…], […]], where each inner array is one sample, also where a sample is a single number: [[0], [1]].',
  })
}

function notFinite(part: string, sample: number, row: number, got: unknown): DataError {
  return new DataError({
    sample,
    row,
    where: `${part}, sample ${sample}, row ${row}`,
    expected: 'a finite number',
    got: typeof got === 'number' ? String(got) : typeof got,
    fix: 'Fill the gap or leave the sample out.',
  })
}
