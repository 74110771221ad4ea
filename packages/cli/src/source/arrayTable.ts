import type { Table, TableColumn } from '@nablajs/data'
import type { ArraySource, SampleArray } from './source.js'

/**
 * Arrays as a table: a column for each number of a sample, so that they are standardised and decided about as other columns are.
 *
 * Shapes: a row for each sample.
 */
export function arrayTable({ name, x, y, classes }: ArraySource): Table {
  const [rows = 0] = x.dims
  return { name, columns: [...columnsOf(x), ...(y ? columnsOf(y, classes) : [])], rows, line: (row) => row + 1 }
}

/**
 * What the columns of an array are called: `x0`, `x1`, …, or `x` where there is one.
 *
 * Shapes: a name for each number of a sample.
 */
export function namesOf({ name, dims, data }: SampleArray): string[] {
  const width = data.length / (dims[0] ?? 1)
  return width === 1 ? [name] : Array.from({ length: width }, (_, j) => `${name}${j}`)
}

function columnsOf(array: SampleArray, classes?: readonly string[]): TableColumn[] {
  const { dims, data } = array
  const names = namesOf(array)
  const cellOf = (number: number) => classes?.[number] ?? String(number)
  return names.map((name, j) => ({ name, cells: Array.from({ length: dims[0] ?? 0 }, (_, i) => cellOf(data[i * names.length + j] ?? NaN)) }))
}
