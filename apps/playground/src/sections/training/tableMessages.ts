import type { ColumnDecision, Preprocessing } from '@nablajs/data'
import type { TableSamples } from './pointMessages.js'

/** A file that is to be read. */
export interface TableRequest {
  readonly file: File
  /** The column to predict; the last unless given. */
  readonly target: string | undefined
}

/** A table of the reader as samples, and what was decided on the way. */
export interface OwnTable {
  readonly name: string
  readonly samples: TableSamples
  readonly columns: readonly string[]
  readonly target: string
  /** The names of the classes; undefined where the target is a number. */
  readonly classes: readonly string[] | undefined
  readonly decisions: readonly ColumnDecision[]
  /** How its rows become inputs, which a file of the network keeps. */
  readonly preprocessing: Preprocessing
}

/** What the worker that reads answers. */
export type TableAnswer = { readonly type: 'table'; readonly table: OwnTable } | { readonly type: 'refused'; readonly message: string }
