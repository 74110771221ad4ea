import { parseNumber } from '../parseNumber.js'

const THOUSANDS = /^[+-]?\d{1,3}(?:[,.'’ ]\d{3})+(?:[.,]\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/
const CURRENCY = /^([+-]?)(?:[€$£¥]|USD|EUR|GBP) ?|(?: ?[€$£¥]| ?USD| ?EUR| ?GBP)$/g
const INFINITE = /^[+-]?(?:inf|infinity|∞|[\d.]+e\+?\d+)$/i
const OTHER_DIGIT = /(?![0-9])\p{Nd}/u

/**
 * What there is about a number that a person reads and the strict grammar does not: a percent or currency sign, separators, a minus that is
 * no hyphen, digits that are not ASCII, ∞. Undefined for a plain number and for other text.
 *
 * Shapes: text.
 */
export function dressedNumber(cell: string): string | undefined {
  if (parseNumber(cell) !== undefined) return undefined
  const text = cell.trim()
  if (INFINITE.test(text)) return 'which is not finite'
  const ascii = text.normalize('NFKC').replace(/^[−–]/, '-')
  const bare = ascii.replace(/ ?[%‰]$/, '').replace(CURRENCY, '$1')
  if (!isNumber(bare)) return undefined
  if (OTHER_DIGIT.test(text)) return 'in digits that are not ASCII'
  if (/^[−–]/.test(text)) return 'with a minus that is no hyphen'
  if (/[%‰]$/.test(ascii)) return 'with a percent sign'
  if (bare !== ascii) return 'with the sign of a currency'
  return THOUSANDS.test(bare) || DECIMAL_COMMA.test(bare) ? 'with separators' : 'with blanks that are no spaces'
}

function isNumber(text: string): boolean {
  return parseNumber(text) !== undefined || THOUSANDS.test(text) || DECIMAL_COMMA.test(text)
}
