import { OptionError, reference, type Backend } from '@nablajs/linalg'

/** What is asked of a backend: the same bits everywhere, or speed alone. */
export type Mode = 'exact' | 'fast'

/**
 * The fastest backend there is that keeps the promise asked for. The reference backend is exact and runs everywhere.
 *
 * Shapes: none. Rejects with `OptionError` for a mode that there is not.
 */
export function pickBackend(mode: Mode): Promise<Backend> {
  if (mode === 'exact' || mode === 'fast') return Promise.resolve(reference)
  return Promise.reject(
    new OptionError({
      option: 'mode',
      where: 'network, mode',
      expected: "'exact' or 'fast'",
      got: String(mode),
      fix: "Leave it out for 'exact': the same bits everywhere.",
    }),
  )
}
