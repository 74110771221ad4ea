/** Digits with at most one point, an exponent; no 0x, no ∞, no separators, no other minus than the hyphen. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/** A longer cell is no number that anyone wrote. */
const LONGEST = 400
/** As many digits are a whole number that a double holds, and so is this power of ten: their quotient is rounded once, as it should be. */
const EXACT_DIGITS = 15
const POWERS: readonly number[] = /* @__PURE__ */ Array.from({ length: EXACT_DIGITS + 1 }, (_, k) => Number(`1e${k}`))
const [PLUS, MINUS, POINT, ZERO] = [0x2b, 0x2d, 0x2e, 0x30]

/**
 * The number that a cell of text says, blanks around it aside; undefined where it says none. `Number` alone reads an empty
 * cell as 0, `0x10` as 16 and `1e999` as ∞.
 *
 * Shapes: scalar.
 */
export function parseNumber(text: string): number | undefined {
  return plainNumber(text) ?? anyNumber(text)
}

/** A sign, at most 15 digits and a point among them: what most cells are, in a fifth of the time. Undefined for any other text. */
function plainNumber(text: string): number | undefined {
  const sign = text.charCodeAt(0)
  const first = sign === MINUS || sign === PLUS ? 1 : 0
  const { length } = text
  if (length === first || length - first > EXACT_DIGITS + 1) return undefined
  let [digits, point] = [0, -1]
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at)
    const digit = code - ZERO
    if (digit >= 0 && digit <= 9) digits = 10 * digits + digit
    else if (code === POINT && point < 0) point = at
    else return undefined
  }
  const count = length - first - (point < 0 ? 0 : 1)
  if (count === 0 || count > EXACT_DIGITS) return undefined
  const number = point < 0 ? digits : digits / (POWERS[length - 1 - point] ?? 1)
  return sign === MINUS ? -number : number
}

function anyNumber(text: string): number | undefined {
  const trimmed = /^[ \t]|[ \t]$/.test(text) ? text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '') : text
  if (trimmed.length > LONGEST || !NUMBER.test(trimmed)) return undefined
  const number = Number(trimmed)
  return Number.isFinite(number) ? number : undefined
}
