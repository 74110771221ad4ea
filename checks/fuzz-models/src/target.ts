import type { Random } from '@nablajs/linalg'

/** A reader under test: one file in `targets/`, and its line in `targets/index.ts`. */
export interface Target {
  /** What `--reader` calls it. */
  readonly name: string
  /** Files that the reader accepts; cases are made of them. */
  readonly seeds: readonly Uint8Array[]
  /** A broken file from a good one. It knows the format: it makes checksums right again, so that what lies behind them is reached too. */
  mutate(seed: Uint8Array, random: Random): Uint8Array
  /** Reads a file; a promise is awaited. It may throw errors that have a `code` of ours, and nothing else. */
  read(file: Uint8Array): unknown
  /** Files that take much more than they are. */
  readonly bombs: readonly Bomb[]
}

/** An input that is small, or endless, and asks for much. */
export interface Bomb {
  readonly name: string
  /** Reads it; it has to be refused. */
  read(): unknown
}
