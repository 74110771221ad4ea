/** Times the angle is halved, until its tangent is below 0.1. */
const HALVINGS = 4
/** The last power of the series: the next one is below 2⁻⁵³ for tangents below 0.1. */
const LAST_POWER = 15

/**
 * arctan x for |x| < 10¹⁵⁰ from + − × ÷ √ only, with a relative error below 10⁻¹⁵: the imaginary part of the complex forms'
 * logarithms. The angle is halved by x ↦ x/(1 + √(1 + x²)) four times, then x − x³/3 + x⁵/5 − …
 *
 * Shapes: scalar. Source: J. Gregory's series, 1671.
 */
export function atan(x: number): number {
  let t = x
  let factor = 1
  for (let k = 0; k < HALVINGS; k++) {
    t /= 1 + Math.sqrt(1 + t * t)
    factor *= 2
  }
  let sum = 0
  for (let power = LAST_POWER; power > 0; power -= 2) sum = 1 / power - t * t * sum
  return factor * t * sum
}
