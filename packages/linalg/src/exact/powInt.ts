function power(x: number, n: number): number {
  let product = 1
  let square = x
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product *= square
    square *= square
  }
  return product
}

/**
 * xⁿ for an integer n by repeated squaring: exact where every product is, otherwise a relative error of at most (|n| + 2)
 * · 2⁻⁵³ to first order, while the powers on the way are normal numbers. A negative n divides twice by x^(|n|/2), so that
 * 2⁻¹⁰⁷⁴ is reached although 2¹⁰⁷⁴ is not. 1 for n = 0, as IEEE 754's pown, even for NaN; NaN for an n that is no integer
 * (±∞ among them).
 *
 * Shapes: scalar.
 * Source: D. E. Knuth, The Art of Computer Programming 2, section 4.6.3; for the error N. J. Higham, Accuracy and
 * Stability, 2002, lemma 3.1.
 */
export function powInt(x: number, n: number): number {
  if (!Number.isInteger(n)) return NaN
  if (n >= 0) return power(x, n)
  const half = power(x, Math.floor(-n / 2))
  const inverse = 1 / half / half
  return n % 2 === 0 ? inverse : inverse / x
}
