import type { Vector } from '@nablajs/linalg'

/**
 * Where the first number lies that is not finite; −1 where all are finite, which one pass without a branch shows: x − x is 0 for
 * every finite x, and NaN for every other.
 *
 * Shapes: any count of numbers.
 */
export function firstThatIsNotFinite(numbers: Vector): number {
  // Four sums, which do not wait for one another.
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  const { length } = numbers
  const end = length - (length % 4)
  for (let at = 0; at < end; at += 4) {
    s0 += numbers[at] - numbers[at]
    s1 += numbers[at + 1] - numbers[at + 1]
    s2 += numbers[at + 2] - numbers[at + 2]
    s3 += numbers[at + 3] - numbers[at + 3]
  }
  for (let at = end; at < length; at++) s0 += numbers[at] - numbers[at]
  if (s0 + s1 + s2 + s3 === 0) return -1
  let at = 0
  while (Number.isFinite(numbers[at])) at++
  return at
}
