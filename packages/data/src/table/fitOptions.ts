import { OptionError } from '@nablajs/linalg'
import { quoted } from '../quoted.js'
import { columnNamed } from './columnsOf.js'
import type { ColumnKind } from './kindOfColumn.js'
import type { Table } from './table.js'

/** What is predicted: a class, or numbers. */
export type Task = 'classification' | 'regression'

/** What a missing cell of an input becomes. */
export type Missing = 'error' | 'mean' | 'median' | 'drop' | 'category'

/** What is known of a table before it is looked at. */
export interface FitOptions {
  /** The column to predict, or several of numbers; the last unless said. */
  target?: string | readonly string[]
  /** Whether the target is a class or a number; found out unless said. */
  task?: Task
  /** Columns that are not what they seem. */
  types?: Readonly<Record<string, ColumnKind['kind']>>
  /**
   * What missing cells of inputs become: an error (unless said), the mean or the median of their column, or nothing, the row being dropped
   * by `completeRows`; `category` makes a category of them, and takes the mean where the column is numbers. In a column of categories the
   * mean and the median are a category of their own too.
   */
  missing?: Missing
  /** What a category that was not seen becomes; zeros unless said. */
  unknown?: 'zeros' | 'error'
  /** The rows to fit on; all unless said. */
  rows?: ArrayLike<number>
}

/**
 * Checks the options of `fitPreprocessing`.
 *
 * Shapes: none. Throws `OptionError` for a value that is none of those it may be, for a column that is not there, naming the nearest, and for
 * the type of a target.
 */
export function requireFitOptions(table: Table, { task, types = {}, missing, unknown }: FitOptions, targets: readonly string[]): void {
  requireOneOf('task', task, ['classification', 'regression'])
  requireOneOf('missing', missing, ['error', 'mean', 'median', 'drop', 'category'])
  requireOneOf('unknown', unknown, ['zeros', 'error'])
  for (const [name, kind] of Object.entries(types)) {
    columnNamed(table, 'types', name)
    requireOneOf(`types, ${quoted(name)}`, kind, ['number', 'category', 'ignore'])
    if (targets.includes(name)) throw typeOfTarget(table, name)
  }
  for (const name of targets) columnNamed(table, 'target', name)
}

function requireOneOf(option: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value)) return
  throw new OptionError({
    option: option.replace(/,.*/s, ''),
    where: `fitPreprocessing, ${option}`,
    expected: `one of ${allowed.map(quoted).join(', ')}`,
    got: typeof value === 'string' ? quoted(value) : String(value),
    fix: 'Give one of these.',
  })
}

function typeOfTarget(table: Table, name: string): OptionError {
  return new OptionError({
    option: 'types',
    where: `${table.name}, types`,
    expected: 'columns of inputs',
    got: `${quoted(name)}, the target`,
    fix: "Say what the target is by { task: 'classification' } or { task: 'regression' }, or give another { target }.",
  })
}
