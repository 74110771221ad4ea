import { DataError, ShapeError, shapeOf, type Matrix, type Vector } from '@nablajs/linalg'
import { isPromise, WRITE_AWAIT } from './kindOf.js'
import type { Network } from './network.js'
import { requireNetwork } from './requireNetwork.js'

/** Columns one after another, as the parts of a dataset are: `samples.inputs` is one, its bytes still bytes. */
export interface Columns {
  /** Numbers in a column. */
  readonly rows: number
  readonly data: Uint8Array | Float32Array | Float64Array
  /** Multiplies every number as it is loaded; 1 unless said. */
  readonly scale?: number
}

/** Samples as a user gives them: a matrix with a column each, the columns of a dataset, or one sample as plain numbers. */
export type SampleMatrix = Matrix | Vector | Columns

/**
 * How many samples these are, once they are known to fit layer l, the first or the last.
 *
 * Shapes: X: n_l × m, or n_l numbers, which are one sample. Throws `ShapeError`, saying which way round they are meant, and
 * `OptionError` for what is no network.
 */
export function columnsOf(operation: string, name: string, X: SampleMatrix, net: Network, l: number): { cols: number } {
  requireNetwork(operation, net)
  const { sizes, dtype } = net
  const rows = sizes[l - 1]
  if (!hasRows(X)) {
    if (X?.length === rows && typeof X[0] === 'number') return { cols: 1 }
    if (isPromise(X)) throw misfit(operation, name, rows, 'a promise', WRITE_AWAIT)
    throw misfit(operation, name, rows, vectorShape(X), 'Give a matrix with a column for each sample: fromColumns([[…], …]).')
  }
  const cols = 'cols' in X ? X.cols : X.data.length / X.rows
  const got = shapeOf({ rows: X.rows, cols })
  if (X.rows !== rows) throw misfit(operation, name, rows, got, wayRound(cols, rows))
  if (!Number.isInteger(cols)) throw misfit(operation, name, rows, `${X.data.length} numbers`, 'Leave no column half filled.')
  if ('cols' in X && X.dtype !== dtype) throw otherDtype(operation, name, X, dtype)
  return { cols }
}

/**
 * Copies samples into the arena, which is step 1: a^1 = X. Bytes become floats here.
 *
 * Shapes: X: n × at least from + m, into: n × m. Throws `DataError` naming the first sample and row that is not finite.
 */
export function loadInput(operation: string, name: string, X: SampleMatrix, from: number, into: Matrix): void {
  const source = hasRows(X) ? X.data : X
  const scale = 'scale' in X ? X.scale ?? 1 : 1
  const { rows, data } = into
  for (let at = 0; at < data.length; at++) {
    const x = source[at + from * rows]
    data[at] = x * scale
    if (!Number.isFinite(data[at])) throw notFinite(operation, name, from + Math.floor(at / rows), at % rows, x)
  }
}

function hasRows(X: SampleMatrix): X is Matrix | Columns {
  return typeof X === 'object' && X !== null && 'rows' in X && 'data' in X
}

function vectorShape(X: Vector): string {
  if (Array.isArray(X?.[0])) return `an array of ${X.length} arrays`
  return `${X?.length ?? typeof X} numbers`
}

function wayRound(cols: number, rows: number): string {
  if (cols !== rows) return `A column is a sample, and each has ${rows} numbers.`
  return 'A column is a sample: these look like rows. Use fromColumns in the place of fromRows, or transpose(X).'
}

function misfit(operation: string, name: string, rows: number, got: string, fix: string): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${rows} × m`, got],
    side: 'rows',
    where: `${operation}, ${name}`,
    expected: `samples of ${rows} numbers (${rows} × m)`,
    got,
    fix,
  })
}

function otherDtype(operation: string, name: string, X: Matrix, dtype: string): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${X.rows} × m ${dtype}`, `${shapeOf(X)} ${X.dtype}`],
    side: 'dtype',
    where: `${operation}, ${name}`,
    expected: `${dtype}, as the network is`,
    got: X.dtype,
    fix: `Make it with { dtype: '${dtype}' }, or the network with { dtype: '${X.dtype}' }.`,
  })
}

function notFinite(operation: string, name: string, sample: number, row: number, got: number): DataError {
  return new DataError({
    sample,
    row,
    where: `${operation}, ${name}, sample ${sample}, row ${row}`,
    expected: 'a finite number of the network\'s type',
    got: String(got),
    fix: 'Clean or leave out this sample; a single such number would spoil every weight.',
  })
}
