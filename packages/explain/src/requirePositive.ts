import { OptionError } from '@nablajs/linalg'

/**
 * Throws `OptionError` unless the option is a finite number above 0.
 *
 * Shapes: scalar.
 */
export function requirePositive(operation: string, option: string, value: unknown, fix: string): void {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return
  throw new OptionError({ option, where: `${operation}, ${option}`, expected: 'a finite number above 0', got: String(value), fix })
}
