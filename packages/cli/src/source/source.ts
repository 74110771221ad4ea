import type { Table } from '@nablajs/data'
import { DataError } from '@nablajs/linalg'

/** What a command was given: a table, or arrays of numbers such as images. */
export type Source = TableSource | ArraySource

/** Rows of cells. */
export interface TableSource {
  readonly kind: 'table'
  readonly table: Table
}

/** An array whose first dimension counts the samples; the last one runs fastest. */
export interface SampleArray {
  /** How errors and files call it. */
  readonly name: string
  readonly dims: readonly number[]
  /** Bytes where they are bytes. */
  readonly data: ArrayLike<number>
}

/** Inputs, and where they are known the targets. */
export interface ArraySource {
  readonly kind: 'arrays'
  readonly name: string
  readonly x: SampleArray
  readonly y?: SampleArray
  /** What the numbers of `y` stand for, where they are the places of names. */
  readonly classes?: readonly string[]
  /** Samples from this one on are for testing alone: the set was published so. */
  readonly testFrom?: number
}

/**
 * How many samples there are.
 *
 * Shapes: scalar.
 */
export function samplesIn(source: Source): number {
  return source.kind === 'table' ? source.table.rows : (source.x.dims[0] ?? 0)
}

/**
 * The same samples with others after them, which are for testing alone.
 *
 * Shapes: m × …, k × … in, (m + k) × … out. Throws `DataError` for samples of other dimensions.
 */
export function withTest(training: ArraySource, test: ArraySource): ArraySource {
  const y = training.y && test.y && joined(training.y, test.y)
  return { ...training, x: joined(training.x, test.x), ...(y && { y }), testFrom: samplesIn(training) }
}

function joined(first: SampleArray, second: SampleArray): SampleArray {
  const [m = 0, ...rest] = first.dims
  if (rest.join() !== second.dims.slice(1).join()) throw unlike(first, second)
  const dims = [m + (second.dims[0] ?? 0), ...rest]
  const data = first.data instanceof Uint8Array && second.data instanceof Uint8Array ? new Uint8Array(first.data.length + second.data.length) : new Float64Array(first.data.length + second.data.length)
  data.set(first.data, 0)
  data.set(second.data, first.data.length)
  return { ...first, dims, data }
}

function unlike(first: SampleArray, second: SampleArray): DataError {
  const shown = ({ dims }: SampleArray) => dims.slice(1).join(' × ') || 'a single number'
  return new DataError({
    where: `${first.name}, of those to test on`,
    expected: `${shown(first)} for each sample, as those to train on have`,
    got: shown(second),
    fix: 'Give the parts of one set.',
  })
}
