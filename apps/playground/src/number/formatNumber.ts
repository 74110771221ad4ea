const MINUS = '−'
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const DIGITS = 3
/** Below this, and from a million, a power of ten stands beside the digits. */
const SMALLEST = 5e-4
const LARGEST = 1e6

/** A number as the page draws it: three significant digits, a real minus, a power of ten where it is tiny or huge, never −0. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  const size = Math.abs(value)
  const sign = value < 0 ? MINUS : ''
  if (size === 0) return '0'
  if (size === Infinity) return `${sign}∞`
  return sign + (size < SMALLEST || size >= LARGEST ? powerOfTen(size) : plain(size))
}

/** A number as precisely as it is, for a reader who asks: a real minus, every digit that a double has. */
export function exactNumber(value: number): string {
  return String(value + 0).replaceAll('-', MINUS)
}

function plain(size: number): string {
  // 12345 is not 12300: whole digits are all said.
  return size >= 10 ** (DIGITS - 1) ? size.toFixed(0) : size.toPrecision(DIGITS)
}

function powerOfTen(size: number): string {
  const [digits = '', exponent = ''] = size.toExponential(DIGITS - 1).split('e')
  const raised = exponent.replace('+', '').replaceAll(/./g, (sign) => (sign === '-' ? '⁻' : superscripts.charAt(Number(sign))))
  return `${digits}×10${raised}`
}
