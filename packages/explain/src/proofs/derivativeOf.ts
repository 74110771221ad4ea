/** Where truncation, which falls with h⁶, and rounding, which grows with 1/h, are about equal in float64. */
const STEP = 2 ** -8

/**
 * f′(x) of a vector-valued f, by the central difference of seven points: (45(f₁ − f₋₁) − 9(f₂ − f₋₂) + (f₃ − f₋₃))/60h with f_i = f(x + ih). A proof's ∂
 * is meant as such: a limit of differences, and no rule of the engine's.
 *
 * Shapes: f gives n numbers, which may be the same memory each time; returns n numbers. f must be smooth within 3h.
 */
export function derivativeOf(f: (x: number) => ArrayLike<number>, x: number): number[] {
  const at = (i: number) => Array.from(f(x + i * STEP))
  const [ahead1, behind1, ahead2, behind2, ahead3, behind3] = [at(1), at(-1), at(2), at(-2), at(3), at(-3)]
  return ahead1.map((f1, i) => (45 * (f1 - behind1[i]) - 9 * (ahead2[i] - behind2[i]) + (ahead3[i] - behind3[i])) / (60 * STEP))
}
