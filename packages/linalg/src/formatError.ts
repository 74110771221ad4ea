import { NablaError, type ErrorDetails } from './nablaError.js'

/**
 * A file is not of the format it has to be: cut off, too long, another format, a record of the wrong length. `offset`
 * is the byte where that shows, counted from 0; `line` the line, counted from 1; each where there is one.
 *
 * Shapes: none; the fields are text and positions.
 */
export class FormatError extends NablaError {
  readonly offset: number | undefined
  readonly line: number | undefined

  constructor({ offset, line, ...details }: ErrorDetails & { offset?: number; line?: number }) {
    super('FormatError', details)
    this.offset = offset
    this.line = line
  }
}
