import { NablaError, type ErrorDetails } from './nablaError.js'

/**
 * Numbers that came from outside are not what they have to be: not finite, out of range, of another count.
 * `sample` and `row` say which number, counted from 0, where there is one.
 *
 * Shapes: none; the fields are text and indices.
 */
export class DataError extends NablaError {
  readonly sample: number | undefined
  readonly row: number | undefined

  constructor({ sample, row, ...details }: ErrorDetails & { sample?: number; row?: number }) {
    super('DataError', details)
    this.sample = sample
    this.row = row
  }
}
