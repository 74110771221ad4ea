/**
 * The largest power of two up to |z|, 1 at least. Steps of this size from a short number are exact.
 *
 * Shapes: scalar.
 */
export function powerOfTwoBelow(z: number): number {
  let power = 1
  while (2 * power <= Math.abs(z)) power *= 2
  return power
}
