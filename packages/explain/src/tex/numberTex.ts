/** Figures that a reader can hold; the exact number stands beside, in the data. */
const FIGURES = 3
/** Below and from here on a power of ten is easier to read. */
const SMALL = 5e-4
const LARGE = 1e5

/**
 * A number in TeX, of three figures: 0.312, −4, 2.5 × 10⁻⁷.
 *
 * Shapes: scalar.
 */
export function numberTex(x: number): string {
  if (x === 0) return '0'
  const size = Math.abs(x)
  if (size >= SMALL && size < LARGE) return String(Number(x.toPrecision(FIGURES)))
  const [digits, power] = x.toExponential(FIGURES - 1).split('e')
  return `${Number(digits)} \\times 10^{${Number(power)}}`
}
