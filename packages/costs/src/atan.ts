/**
 * arctan x for |x| < 10¹⁵⁰ from + − × ÷ √ only, with a relative error below 10⁻¹⁴: the imaginary part of the complex forms'
 * logarithms. The angle is halved by x ↦ x/(1 + √(1 + x²)) until it is its own tangent.
 *
 * Shapes: scalar. Source: tan ½φ = tan φ/(1 + √(1 + tan² φ)), Archimedes' halving of angles.
 */
export function atan(x: number): number {
  let t = x
  let factor = 1
  while (1 + t * t > 1) {
    t /= 1 + Math.sqrt(1 + t * t)
    factor *= 2
  }
  return factor * t
}
