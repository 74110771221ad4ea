import { NablaError, type ErrorDetails } from '@nablajs/linalg'

/**
 * A file is not of the format it has to be: cut off, changed, another format. `offset` is the byte where that shows, counted from
 * 0, where there is one.
 *
 * Shapes: none; the fields are text and a position.
 */
export class FormatError extends NablaError {
  readonly offset: number | undefined

  constructor({ offset, ...details }: ErrorDetails & { offset?: number }) {
    super('FormatError', details)
    this.offset = offset
  }
}
