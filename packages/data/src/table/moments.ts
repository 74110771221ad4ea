/**
 * Mean and standard deviation, deviation² the mean of (x − mean)², of numbers that may be large.
 *
 * Shapes: numbers in, two scalars out; the deviation of equal numbers is exactly 0.
 */
export function moments(numbers: readonly number[]): { mean: number; deviation: number } {
  const first = numbers[0] ?? 0
  // Distances from the first number, in units of the largest: no square overflows or vanishes, and equal numbers are at 0.
  const largest = numbers.reduce((most, x) => Math.max(most, Math.abs(x - first)), 0)
  const unit = largest === 0 ? 1 : largest
  const count = Math.max(1, numbers.length)
  const shift = numbers.reduce((sum, x) => sum + (x - first) / unit / count, 0)
  const variance = numbers.reduce((sum, x) => {
    const distance = (x - first) / unit - shift
    return sum + (distance * distance) / count
  }, 0)
  // + 0: what is kept goes through JSON, which has no −0.
  return { mean: first + shift * unit + 0, deviation: Math.sqrt(variance) * unit }
}

/**
 * The number in the middle, or the mean of the two there; NaN of none.
 *
 * Shapes: numbers in, a scalar out.
 */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((p, q) => p - q)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)] ?? NaN) / 2 + (sorted[Math.ceil(middle)] ?? NaN) / 2 + 0
}
