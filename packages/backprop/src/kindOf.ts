/** What to do about a promise that was given in the place of its value. */
export const WRITE_AWAIT = 'Write await before it.'

/**
 * Whether a value is a promise, or anything else that can be awaited.
 *
 * Shapes: none.
 */
export function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value
}

/**
 * A value in a few words, for the `got` of an error.
 *
 * Shapes: none.
 */
export function kindOf(value: unknown): string {
  if (isPromise(value)) return 'a promise'
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'rows' in value ? 'a matrix' : 'an object'
  return `a ${typeof value}`
}
