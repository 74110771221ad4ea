import type { InputColumn, Preprocessing, Target } from '@nablajs/data'
import { printable } from '../terminal/terminal.js'
import { textTable } from '../terminal/textTable.js'

/** More names than this are counted instead. */
const NAMED = 8

/**
 * What the inputs and outputs of a model stand for: a line for each column of a table.
 *
 * Shapes: text.
 */
export function preprocessingTable({ inputs, target }: Preprocessing): string {
  const head = ['column', 'is', 'as']
  return textTable(head, [...inputs.map((column) => [printable(column.name), ...inputOf(column)]), ...targetOf(target)])
}

function inputOf(column: InputColumn): [is: string, as: string] {
  if (column.kind === 'number') return ['number', `${standard(column)}${column.fill === undefined ? '' : `; missing cells become ${short(column.fill)}`}`]
  if (column.kind === 'bytes') return ['bytes', `${column.count} bytes × ${short(column.scale)}`]
  return ['category', `one of ${named(column.categories)}; another ${column.unknown === 'zeros' ? 'becomes zeros' : 'is an error'}`]
}

function targetOf(target: Target): string[][] {
  if (target.kind === 'classes') return [[printable(target.name), 'target', `one of ${named(target.classes)}`]]
  return target.columns.map((column) => [printable(column.name), 'target', standard(column)])
}

function standard({ mean, deviation }: { readonly mean: number; readonly deviation: number }): string {
  return `(x − ${short(mean)})/${short(deviation)}`
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => (name === '' ? '(missing)' : printable(name)))
  const more = names.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)))
}
