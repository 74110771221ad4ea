import { convert, DataError, ShapeError, shapeOf, type Dtype, type Floats, type Matrix, type Vector } from '@nablajs/linalg'
import type { Batch } from './arena.js'
import { firstThatIsNotFinite } from './firstThatIsNotFinite.js'
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
    throw misfit(operation, name, rows, vectorShape(X), l === net.L && rows > 1 && typeof X?.[0] === 'number' ? labels(rows) : BY_COLUMNS)
  }
  const cols = 'cols' in X ? X.cols : X.data.length / X.rows
  const got = shapeOf({ rows: X.rows, cols })
  if (X.rows !== rows) throw misfit(operation, name, rows, got, l === net.L && X.rows === 1 && cols !== rows ? labels(rows) : wayRound(cols, rows))
  if (!Number.isInteger(cols)) throw misfit(operation, name, rows, `${X.data.length} numbers`, 'Leave no column half filled.')
  if ('cols' in X && X.dtype !== dtype) throw otherDtype(operation, name, X, dtype)
  return { cols }
}

/**
 * A minibatch of the samples from … from + m − 1: where they lie, if that is the memory in which the network lies; else copied
 * into the arena.
 *
 * Shapes: X: n_1 × at least from + m, known to fit; the batch's a^1: n_1 × m.
 */
export function inputBatch(net: Network, X: SampleMatrix, from: number, m: number): Batch {
  if (hasRows(X) && 'backend' in X && X.backend === net.backend && X.buffer === net.w[2].buffer) {
    return net.batch(m, m === X.cols ? X : X.columns(from, from + m))
  }
  const batch = net.batch(m)
  loadColumns(X, from, batch.a[1], batch.staging)
  return batch
}

/**
 * Copies samples into the arena, number by number times their scale in the type of `into`; or whole, bytes by way of the staging
 * area where there is one, and floats of that type where nothing scales them.
 *
 * Shapes: X: n × at least from + m, into: n × m, overwritten; staging: room for n · m bytes.
 */
export function loadColumns(X: SampleMatrix, from: number, into: Matrix, staging?: Uint8Array): void {
  const source = hasRows(X) ? X.data : X
  const scale = 'scale' in X ? X.scale ?? 1 : 1
  const { rows, data, dtype } = into
  const first = from * rows
  if (staging && source instanceof Uint8Array) {
    staging.set(source.subarray(first, first + data.length))
    convert(staging, scale, into)
  } else if (scale === 1 && source.length === data.length && isList(source)) {
    data.set(source)
  } else if (scale === 1 && isOfType(source, dtype)) {
    data.set(source.subarray(first, first + data.length))
  } else {
    const factor = dtype === 'float32' ? Math.fround(scale) : scale
    for (let at = 0; at < data.length; at++) data[at] = source[at + first] * factor
  }
}

/**
 * The same where every number must be finite, which is step 1: a^1 = X.
 *
 * Shapes: as in `loadColumns`. Throws `DataError` naming the first sample and row that is not finite.
 */
export function loadInput(operation: string, name: string, X: SampleMatrix, from: number, into: Matrix, staging?: Uint8Array): void {
  loadColumns(X, from, into, staging)
  requireFiniteInput(operation, name, X, from, into)
}

/**
 * Throws where an input, as it was loaded, is not finite.
 *
 * Shapes: X: n × at least from + m, loaded: n × m. Throws `DataError` naming the first such sample and row.
 */
export function requireFiniteInput(operation: string, name: string, X: SampleMatrix, from: number, { rows, data }: Matrix): void {
  const at = firstThatIsNotFinite(data)
  if (at < 0) return
  const source = hasRows(X) ? X.data : X
  throw notFinite(operation, name, from + Math.floor(at / rows), at % rows, source[at + from * rows])
}

/**
 * The same, by a weighted input z = w x + b of these columns: an x that is not finite leaves no finite number in its column of z,
 * so that one row of it is looked at in place of all of x.
 *
 * Shapes: z: n_2 × m, the rest as in `requireFiniteInput`. Throws `DataError`.
 */
export function requireFiniteInputBy(z: Matrix, operation: string, name: string, X: SampleMatrix, from: number, loaded: Matrix): void {
  let sum = 0
  for (let at = 0; at < z.data.length; at += z.rows) sum += z.data[at] - z.data[at]
  if (sum !== 0) requireFiniteInput(operation, name, X, from, loaded)
}

function isList(data: Vector | Columns['data']): data is number[] | Columns['data'] {
  return Array.isArray(data) || ArrayBuffer.isView(data)
}

function isOfType(data: Vector | Columns['data'], dtype: Dtype): data is Floats {
  return data instanceof (dtype === 'float32' ? Float32Array : Float64Array)
}

function hasRows(X: SampleMatrix): X is Matrix | Columns {
  return typeof X === 'object' && X !== null && 'rows' in X && 'data' in X
}

function vectorShape(X: Vector): string {
  if (Array.isArray(X?.[0])) return `an array of ${X.length} arrays`
  return `${X?.length ?? typeof X} numbers`
}

const BY_COLUMNS = 'Give a matrix with a column for each sample: fromColumns([[…], …]).'

function labels(classes: number): string {
  return `A column is a sample. If these are labels, make columns of them: oneHot(labels, ${classes}).`
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
