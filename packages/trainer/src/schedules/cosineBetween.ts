import { cos } from '@nablajs/linalg/exact'

/**
 * From one number to another along half a wave: to + (from − to) (1 + cos π x) / 2, with x no further than 1.
 *
 * Shapes: scalar; x of at least 0.
 */
export function cosineBetween(from: number, to: number, x: number): number {
  return to + ((from - to) * (1 + cos(Math.PI * Math.min(x, 1)))) / 2
}
