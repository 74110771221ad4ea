/** A column of a table: its name, and a cell for each row, as text. */
export interface TableColumn {
  readonly name: string
  readonly cells: readonly string[]
}

/** A table as it stands in a file, nothing interpreted but decimal commas. */
export interface Table {
  /** What the file is called in errors. */
  readonly name: string
  readonly columns: readonly TableColumn[]
  /** How many rows there are. */
  readonly rows: number
  /** The line of the file on which a row ends, counted from 1. */
  line(row: number): number
}

/**
 * Where a cell stands, for a message.
 *
 * Shapes: row: counted from 0; text out.
 */
export function placeOf(table: Table, row: number, column: string): string {
  return `${table.name}, line ${table.line(row)}, column ${JSON.stringify(column)}`
}
