/**
 * The numbers 1/m, boxed once: a double computed in place is boxed anew at each call it is passed to, which is garbage
 * in a training step; one taken from here is passed on as it is. (`null` in front keeps the array from storing raw doubles.)
 */
const reciprocals: (number | null)[] = [null]

/**
 * 1/m: the factor that makes a sum over a minibatch its mean.
 *
 * Shapes: m is a whole number of at least 1; returns a number.
 */
export function reciprocal(m: number): number {
  return (reciprocals[m] ??= 1 / m)
}
