import { DataError, ShapeError, shapeOf, type Matrix, type Vector } from '@nablajs/linalg'
import type { Batch } from './arena.js'
import type { Network } from './network.js'

/** SampleMatrix as a user gives them: a matrix with a column each, or one sample as plain numbers. */
export type SampleMatrix = Matrix | Vector

/**
 * How many samples these are, once they are known to fit.
 *
 * Shapes: X: rows × m, or `rows` numbers, which are one sample. Throws `ShapeError`, saying which way round they are meant.
 */
export function columnsOf(
  operation: string,
  name: string,
  X: SampleMatrix,
  rows: number,
  { dtype }: Pick<Network, 'dtype'>,
): { cols: number } {
  if (!isMatrix(X)) {
    if (X?.length === rows && typeof X[0] === 'number') return { cols: 1 }
    throw misfit(operation, name, rows, vectorShape(X), 'Give a matrix with a column for each sample: fromColumns([[…], …]).')
  }
  if (X.rows !== rows) throw misfit(operation, name, rows, shapeOf(X), wayRound(X, rows))
  if (X.dtype !== dtype) {
    throw new ShapeError({
      operation,
      shapes: [`${rows} × m ${dtype}`, `${shapeOf(X)} ${X.dtype}`],
      side: 'dtype',
      where: `${operation}, ${name}`,
      expected: `${dtype}, as the network is`,
      got: X.dtype,
      fix: `Make it with { dtype: '${dtype}' }, or the network with { dtype: '${X.dtype}' }.`,
    })
  }
  return X
}

/**
 * Copies samples into the arena, which is step 1: a^1 = X.
 *
 * Shapes: X: n × at least from + m, into: n × m. Throws `DataError` naming the first sample and row that is not finite.
 */
export function loadInput(operation: string, name: string, X: SampleMatrix, from: number, into: Matrix): void {
  const source = isMatrix(X) ? X.data : X
  const { rows, data } = into
  for (let at = 0; at < data.length; at++) {
    const x = source[at + from * rows]
    if (!Number.isFinite(x)) throw notFinite(operation, name, from + Math.floor(at / rows), at % rows, x)
    data[at] = x
  }
}

/**
 * Copies a whole minibatch into the arena.
 *
 * Shapes: X: n_1 × m, Y: n_L × m, weights: m numbers. Throws `ShapeError` and `DataError`.
 */
export function loadBatch(operation: string, net: Network, X: SampleMatrix, Y: SampleMatrix, weights: Vector | undefined): Batch {
  const { sizes, L, maxBatch } = net
  const { cols: m } = columnsOf(operation, 'X', X, sizes[0], net)
  const { cols: desired } = columnsOf(operation, 'Y', Y, sizes[L - 1], net)
  if (desired !== m) throw counts(operation, 'Y', m, desired)
  if (weights && weights.length !== m) throw counts(operation, 'weights', m, weights.length)
  if (m < 1 || m > maxBatch) throw tooMany(operation, m, maxBatch)
  const batch = net.batch(m)
  loadInput(operation, 'X', X, 0, batch.a[1])
  loadInput(operation, 'Y', Y, 0, batch.y)
  if (weights) loadInput(operation, 'weights', weights, 0, batch.omega)
  return batch
}

function isMatrix(X: SampleMatrix): X is Matrix {
  return typeof X === 'object' && X !== null && 'rows' in X && 'data' in X
}

function vectorShape(X: Vector): string {
  if (Array.isArray(X?.[0])) return `an array of ${X.length} arrays`
  return `${X?.length ?? typeof X} numbers`
}

function wayRound(X: Matrix, rows: number): string {
  if (X.cols !== rows) return `A column is a sample, and each has ${rows} numbers.`
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

function counts(operation: string, name: string, m: number, got: number): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${m} samples`, `${got} samples`],
    side: 'columns',
    where: `${operation}, ${name}`,
    expected: `one for each of the ${m} samples of X`,
    got: String(got),
    fix: 'Give X, Y and weights for the same samples.',
  })
}

function tooMany(operation: string, m: number, maxBatch: number): ShapeError {
  return new ShapeError({
    operation,
    shapes: [`${m} samples`, `${maxBatch} samples`],
    side: 'columns',
    where: operation,
    expected: `1 to ${maxBatch} samples at once, which is the network's maxBatch`,
    got: String(m),
    fix: 'Make the network with a larger { maxBatch }, or give fewer columns at a time.',
  })
}

function notFinite(operation: string, name: string, sample: number, row: number, got: number): DataError {
  return new DataError({
    sample,
    row,
    where: `${operation}, ${name}, sample ${sample}, row ${row}`,
    expected: 'a finite number',
    got: String(got),
    fix: 'Clean or leave out this sample; a single such number would spoil every weight.',
  })
}
