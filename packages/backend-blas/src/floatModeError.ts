import { NablaError } from '@nablajs/linalg'

/**
 * A library switched this thread to flushing subnormal numbers to zero, as those built with `-ffast-math` do when they are
 * loaded. JavaScript and WebAssembly then compute other bits than elsewhere, and nothing here can switch it back.
 *
 * Shapes: none; the fields are text.
 */
export class FloatModeError extends NablaError {
  readonly library: string

  constructor(library: string) {
    super('FloatModeError', {
      where: library,
      expected: 'arithmetic that keeps subnormal numbers',
      got: 'a thread that flushes them to zero',
      fix: 'Load a library that was built without -ffast-math, in a new process: this one cannot be mended.',
    })
    this.library = library
  }
}
