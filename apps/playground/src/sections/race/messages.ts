import type { Race } from '@nablajs/explain'
import type { ColumnsRace } from './columnsRace.js'

/** What the page asks of the worker. */
export type Order = { readonly type: 'race'; readonly parameters: number } | { readonly type: 'columns'; readonly samples: number }

/** What the worker answers. */
export type News =
  | { readonly type: 'race'; readonly race: Race; readonly sizes: readonly number[] }
  | { readonly type: 'columns'; readonly columns: ColumnsRace; readonly sizes: readonly number[] }
  | { readonly type: 'failed'; readonly message: string }
