import type { Floats } from '@nablajs/linalg'

/**
 * Multiplies a vector by most / ‖g‖₂ where it is longer than that. The length is summed in float64, from the first number to the
 * last, scaled where squares would overflow; the product is rounded to the element type. A vector with a number that is not finite
 * is left as it is.
 *
 * Shapes: a vector, updated.
 */
export function clipNorm(gradient: Floats, most: number): void {
  let sum = 0
  for (let i = 0; i < gradient.length; i++) sum += gradient[i] * gradient[i]
  if (sum <= most * most) return
  if (sum < Infinity) multiply(gradient, most / Math.sqrt(sum))
  else clipHuge(gradient, most)
}

/** Squares overflow: the length in units of the largest number. */
function clipHuge(gradient: Floats, most: number): void {
  let largest = 0
  for (let i = 0; i < gradient.length; i++) largest = Math.max(largest, Math.abs(gradient[i]))
  if (!Number.isFinite(largest)) return
  let sum = 0
  for (let i = 0; i < gradient.length; i++) sum += (gradient[i] / largest) * (gradient[i] / largest)
  multiply(gradient, most / largest / Math.sqrt(sum))
}

function multiply(gradient: Floats, factor: number): void {
  for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i] * factor
}
