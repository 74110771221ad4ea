import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readJsonl, readTable, type ReadTableOptions, type Table } from '@nablajs/data'
import { DataError } from '@nablajs/linalg'
import type { Io } from '../io.js'
import { reading } from './reading.js'

/** How rows are written, beside what is found out. */
export type RowsOptions = Omit<ReadTableOptions, 'name'>

/** A line of JSON Lines begins so. */
const BRACE = 0x7b

/**
 * The rows of one or more files, or of stdin (`-`), as one table: JSON Lines where they begin with a brace, else CSV and its like.
 *
 * Shapes: a table. Rejects as `readTable` and `readJsonl` do, and with `DataError` for files whose columns are not the same.
 */
export async function readRows(paths: readonly string[], options: RowsOptions, { stdin, cwd }: Pick<Io, 'stdin' | 'cwd'>): Promise<Table> {
  const tables: Table[] = []
  for (const path of paths) {
    const bytes = path === '-' ? await everything(stdin) : await reading(path, () => readFile(resolve(cwd, path)))
    const name = path === '-' ? 'stdin' : basename(path)
    const first = bytes.find((byte) => byte > 0x20)
    tables.push(first === BRACE ? readJsonl(bytes, { name }) : readTable(bytes, { name, ...options }))
  }
  const [first] = tables
  if (first === undefined) throw new DataError({ where: 'data', expected: 'a file', got: 'none', fix: 'Give the path of a file, or - for stdin.' })
  return tables.length === 1 ? first : joined(first, tables)
}

async function everything(stdin: Io['stdin']): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

function joined(first: Table, tables: readonly Table[]): Table {
  const columns = first.columns.map(({ name }) => ({ name, cells: tables.flatMap((table) => cellsOf(table, name, first)) }))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return {
    name: tables.map(({ name }) => name).join(' + '),
    columns,
    rows,
    line(row) {
      let left = row
      for (const table of tables) {
        if (left < table.rows) return table.line(left)
        left -= table.rows
      }
      return 0
    },
  }
}

function cellsOf(table: Table, name: string, first: Table): readonly string[] {
  const column = table.columns.find((candidate) => candidate.name === name)
  if (column && table.columns.length === first.columns.length) return column.cells
  throw new DataError({
    where: table.name,
    expected: `the columns of ${first.name}: ${first.columns.map((candidate) => candidate.name).join(', ')}`,
    got: table.columns.map((candidate) => candidate.name).join(', '),
    fix: 'Give files with the same columns, in any order.',
  })
}
