import type { Floats } from '@nablajs/linalg'

/**
 * Brings each number to −most … most; NaN stays NaN.
 *
 * Shapes: a vector, updated.
 */
export function clipValues(gradient: Floats, most: number): void {
  for (let i = 0; i < gradient.length; i++) {
    if (gradient[i] > most) gradient[i] = most
    else if (gradient[i] < -most) gradient[i] = -most
  }
}
