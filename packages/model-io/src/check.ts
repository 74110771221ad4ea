/** A field, whether it holds what it has to, and what that is. */
export type Check = readonly [field: string, holds: boolean, expected: string]

/**
 * The fields of an object, none where it is something else.
 *
 * Shapes: none.
 */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isFields(value) ? value : {}
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/**
 * An object that is no list and no array of numbers.
 *
 * Shapes: none.
 */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}

/**
 * A list whose every item is as `isItem` says.
 *
 * Shapes: any length.
 */
export function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every((item) => isItem(item))
}

/**
 * A whole number from 0 on that a double says exactly.
 *
 * Shapes: scalar.
 */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/**
 * A number that is neither NaN nor infinite.
 *
 * Shapes: scalar.
 */
export function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/**
 * Text, an empty one too.
 *
 * Shapes: none.
 */
export function isText(value: unknown): value is string {
  return typeof value === 'string'
}
