import type { Backend } from '@nablajs/linalg'
import type { Io } from './io.js'

/** The same bits everywhere, or speed alone. */
export type Mode = 'exact' | 'fast'

/** Chooses a backend; `pickBackend` of the package nabla is one. */
export type PickBackend = (mode: Mode, options: { sizes: readonly number[]; batchSize?: number; threads?: number }) => Promise<Backend>

/** What the command line is given by the program that it is run in. */
export interface Surroundings {
  readonly io: Io
  readonly pickBackend: PickBackend
  /** Tells of SIGINT and SIGTERM; gives back what stops listening. */
  onSignal(listener: (signal: 'SIGINT' | 'SIGTERM') => void): () => void
}
