import { DataError, ShapeError } from '@nablajs/linalg'
import type { Columns, Samples } from './samples.js'

/** Samples whose inputs were standardised, and what did it. */
export interface Standardised {
  readonly samples: Samples
  /** The mean of each row of the inputs. */
  readonly mean: Float64Array
  /** The standard deviation of each row, 0 where the row is constant. */
  readonly deviation: Float64Array
  /** The same shift and factor for other samples: test data is treated as training data was, never fitted. */
  readonly apply: (other: Samples) => Samples
}

/**
 * Gives every row of the inputs mean 0 and standard deviation 1 over the samples given, and nothing but them:
 * x = (x − mean) / deviation, with deviation² the mean of (x − mean)². A constant row, whose deviation is 0, is only
 * shifted, so it becomes 0. Bytes and float32 give float32, float64 gives float64; the input is not changed.
 *
 * Shapes: inputs n × m before and after; mean and deviation: n numbers. Throws `DataError` where numbers are so large
 * that the result is not finite, and `apply` a `ShapeError` for samples of other rows.
 */
export function standardise(samples: Samples): Standardised {
  const { mean, deviation } = moments(samples.inputs)
  const apply = (other: Samples): Samples => ({ ...other, inputs: shifted(other.inputs, mean, deviation) })
  return { samples: apply(samples), mean, deviation, apply }
}

function moments({ rows, data, scale = 1 }: Columns): { mean: Float64Array; deviation: Float64Array } {
  const count = data.length / rows
  const mean = new Float64Array(rows)
  const deviation = new Float64Array(rows)
  for (let j = 0; j < rows; j++) {
    // Distances from the first sample: exactly 0 in a constant row, which a sum of the numbers themselves would miss by rounding.
    const number = (at: number) => (data[at] ?? NaN) * scale
    const first = number(j)
    let largest = 0
    for (let at = j; at < data.length; at += rows) largest = Math.max(largest, Math.abs(number(at) - first))
    if (!Number.isFinite(largest)) throw tooLarge(0, j, largest)
    // In units of the largest distance no square overflows or vanishes.
    const unit = largest === 0 ? 1 : largest
    let shift = 0
    for (let at = j; at < data.length; at += rows) shift += (number(at) - first) / unit / count
    let variance = 0
    for (let at = j; at < data.length; at += rows) {
      const x = (number(at) - first) / unit - shift
      variance += (x * x) / count
    }
    mean[j] = first + shift * unit
    deviation[j] = Math.sqrt(variance) * unit
  }
  return { mean, deviation }
}

function shifted({ rows, data, scale = 1 }: Columns, mean: Float64Array, deviation: Float64Array): Columns {
  if (rows !== mean.length) {
    throw new ShapeError({
      operation: 'standardise',
      shapes: [`${mean.length} rows`, `${rows} rows`],
      side: 'rows',
      where: 'standardise, apply',
      expected: `inputs of ${mean.length} rows, as those it was fitted on`,
      got: String(rows),
      fix: 'Give samples with the same columns in the same order.',
    })
  }
  const unit = deviation.map((x) => (x === 0 ? 1 : x))
  const out = data instanceof Float64Array ? new Float64Array(data.length) : new Float32Array(data.length)
  for (let at = 0; at < data.length; at++) {
    const j = at % rows
    out[at] = ((data[at] ?? NaN) * scale - (mean[j] ?? NaN)) / (unit[j] ?? 1)
    if (!Number.isFinite(out[at])) throw tooLarge(Math.floor(at / rows), j, data[at])
  }
  return { rows, data: out }
}

function tooLarge(sample: number, row: number, got: number | undefined): DataError {
  return new DataError({
    sample,
    row,
    where: `standardise, sample ${sample}, row ${row}`,
    expected: 'a number whose distance from the mean, in standard deviations, is finite',
    got: String(got),
    fix: 'Look for a value that is a mistake, or divide the row by a power of ten first.',
  })
}
