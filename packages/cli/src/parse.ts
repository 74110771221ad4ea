import { InvalidArgumentError } from 'commander'

/**
 * A list of names between commas.
 *
 * Shapes: text in, names out.
 */
export function names(text: string): string[] {
  return text.split(',').map((name) => name.trim()).filter((name) => name !== '')
}

/**
 * Sizes of layers: 16,8. A single 0 means none.
 *
 * Shapes: text in, whole numbers out. Throws `InvalidArgumentError`.
 */
export function sizes(text: string): number[] {
  return text.trim() === '0' ? [] : text.split(',').map(count)
}

/**
 * A whole number of at least 1.
 *
 * Shapes: text in, scalar out. Throws `InvalidArgumentError`.
 */
export function count(text: string): number {
  const n = Number(text)
  if (/^\d+$/.test(text.trim()) && Number.isSafeInteger(n) && n >= 1) return n
  throw new InvalidArgumentError('Expected a whole number of at least 1.')
}

/**
 * A whole number.
 *
 * Shapes: text in, scalar out. Throws `InvalidArgumentError`.
 */
export function whole(text: string): number {
  const n = Number(text)
  if (/^-?\d+$/.test(text.trim()) && Number.isSafeInteger(n)) return n
  throw new InvalidArgumentError('Expected a whole number, such as 7.')
}

/**
 * A number above 0.
 *
 * Shapes: text in, scalar out. Throws `InvalidArgumentError`.
 */
export function positive(text: string): number {
  const x = Number(text)
  if (text.trim() !== '' && Number.isFinite(x) && x > 0) return x
  throw new InvalidArgumentError('Expected a number above 0, such as 0.5.')
}

/**
 * A number of at least 0.
 *
 * Shapes: text in, scalar out. Throws `InvalidArgumentError`.
 */
export function notNegative(text: string): number {
  const x = Number(text)
  if (text.trim() !== '' && Number.isFinite(x) && x >= 0) return x
  throw new InvalidArgumentError('Expected a number of at least 0, such as 0.001.')
}

/**
 * A share: 0 or more, below 1.
 *
 * Shapes: text in, scalar out. Throws `InvalidArgumentError`.
 */
export function share(text: string): number {
  const x = Number(text)
  if (text.trim() !== '' && x >= 0 && x < 1) return x
  throw new InvalidArgumentError('Expected a share of at least 0 and below 1, such as 0.2.')
}
