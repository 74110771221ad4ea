import { OptionError } from '@nablajs/linalg'

/**
 * Throws an `OptionError` unless the value is a whole number of least … most.
 *
 * Shapes: scalar.
 */
export function wholeNumber(of: string, option: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return
  const range = least === -Infinity ? '' : most === Infinity ? ` of at least ${least}` : ` of ${least} … ${most}`
  throw wrong(of, option, `a whole number${range}`, value)
}

/**
 * Throws an `OptionError` unless the value is a finite number of at least `least`.
 *
 * Shapes: scalar.
 */
export function atLeast(of: string, option: string, value: number, least: number): void {
  if (!(Number.isFinite(value) && value >= least)) throw wrong(of, option, `a finite number of at least ${least}`, value)
}

function wrong(of: string, option: string, expected: string, got: unknown): OptionError {
  const fix = `Leave ${option} out for its default.`
  return new OptionError({ option, where: `${of}, ${option}`, expected, got: String(got), fix })
}
