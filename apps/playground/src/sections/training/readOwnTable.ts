import { fitPreprocessing, preprocess, readTable } from '@nablajs/data'
import type { OwnTable } from './tableMessages.js'

/** A table as samples: missing cells become the mean of their column. Throws the errors of `@nablajs/data`, with line and column. */
export function readOwnTable(bytes: Uint8Array, name: string, wanted: string | undefined): OwnTable {
  const table = readTable(bytes, { name })
  const columns = table.columns.map((column) => column.name)
  const target = wanted ?? columns.at(-1) ?? ''
  const { preprocessing, decisions } = fitPreprocessing(table, { target, missing: 'mean' })
  const classes = preprocessing.target.kind === 'classes' ? preprocessing.target.classes : undefined
  return { name, samples: preprocess(table, preprocessing), columns, target, classes, decisions, preprocessing }
}
