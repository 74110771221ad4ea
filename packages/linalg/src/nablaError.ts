/** What an error says: each field stands alone, for programs; the message joins them, for people. */
export interface ErrorDetails {
  /** Where it happened: an operation, a layer, a sample, a line, a byte offset. */
  where: string
  /** What was expected there. */
  expected: string
  /** What came instead. */
  got: string
  /** What to do about it. */
  fix: string
}

/**
 * The base of every error that these packages throw on purpose. ESM and CommonJS may load two copies of a class, so
 * know an error by its `code`, which is the name of its class, never by `instanceof`.
 *
 * Shapes: none; the fields are text.
 */
export class NablaError extends Error {
  readonly code: string
  readonly where: string
  readonly expected: string
  readonly got: string
  readonly fix: string

  constructor(code: string, { where, expected, got, fix }: ErrorDetails) {
    super(`${where}: expected ${expected}, got ${got}. ${fix}`)
    this.name = code
    this.code = code
    this.where = where
    this.expected = expected
    this.got = got
    this.fix = fix
  }
}
