/** Digits with at most one point, an exponent; no 0x, no ∞, no separators, no other minus than the hyphen. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/** A longer cell is no number that anyone wrote. */
const LONGEST = 400

/**
 * The number that a cell of text says, blanks around it aside; undefined where it says none. `Number` alone reads an empty
 * cell as 0, `0x10` as 16 and `1e999` as ∞.
 *
 * Shapes: scalar.
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = /^[ \t]|[ \t]$/.test(text) ? text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '') : text
  if (trimmed.length > LONGEST || !NUMBER.test(trimmed)) return undefined
  const number = Number(trimmed)
  return Number.isFinite(number) ? number : undefined
}
