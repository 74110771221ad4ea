import { fieldsOf, isCount, isFinite, isListOf, isRecord, isText, type Check } from './check.js'

/**
 * What must hold for data to be a `Preprocessing`, one after another.
 *
 * Shapes: none.
 */
export function* preprocessingChecks(preprocessing: unknown): Generator<Check> {
  const { inputs, target } = fieldsOf(preprocessing)
  yield ['preprocessing.inputs', isListOf(inputs, isInputColumn), 'a list of columns of the kinds number, category and bytes']
  yield ['preprocessing.target', isTarget(target), "classes with their names, or the columns of numbers"]
}

function isInputColumn(column: unknown): column is unknown {
  const { kind, name, mean, deviation, fill, categories, unknown, count, scale } = fieldsOf(column)
  if (!isText(name)) return false
  if (kind === 'number') return isFinite(mean) && isDeviation(deviation) && (fill === undefined || isFinite(fill))
  if (kind === 'category') return isListOf(categories, isText) && (unknown === 'zeros' || unknown === 'error')
  return kind === 'bytes' && isCount(count) && isFinite(scale)
}

function isTarget(target: unknown): boolean {
  const { kind, name, classes, columns } = fieldsOf(target)
  if (kind === 'classes') return isText(name) && isListOf(classes, isText)
  return kind === 'numbers' && isListOf(columns, isNumberColumn)
}

function isNumberColumn(column: unknown): column is unknown {
  const { name, mean, deviation } = fieldsOf(column)
  return isRecord(column) && isText(name) && isFinite(mean) && isDeviation(deviation)
}

/** It is divided by. */
function isDeviation(value: unknown): boolean {
  return isFinite(value) && value > 0
}
