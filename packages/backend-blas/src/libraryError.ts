import { NablaError, type ErrorDetails } from '@nablajs/linalg'

/**
 * There is no BLAS to call: no library where it was looked for, one without the routines, one whose products are wrong, or no
 * koffi to call it with. `library` is what was asked for or found. Whoever can do without catches this by its `code`.
 *
 * Shapes: none; the fields are text.
 */
export class LibraryError extends NablaError {
  readonly library: string

  constructor({ library, ...details }: ErrorDetails & { library: string }) {
    super('LibraryError', details)
    this.library = library
  }
}
