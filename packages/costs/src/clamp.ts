import type { Vector } from '@nablajs/linalg'

/**
 * The least a for which log a and 1/a are taken: the smallest normal number of a's own type, so that 1/a is finite in that
 * type. No other number than 0 and the subnormal ones is moved.
 *
 * Shapes: a n_L numbers, of which only the type counts.
 */
export const leastActivation = (a: Vector): number => (a instanceof Float32Array ? 2 ** -126 : 2 ** -1022)

/**
 * The largest a for which log(1 − a) and 1/(1 − a) are taken: the last number of a's own type below 1. So 1 alone is moved,
 * and where σ(z) was rounded to it, 1/(1 − a) is not above its true value, which σ′(z) cancels.
 *
 * Shapes: a n_L numbers, of which only the type counts.
 */
export const largestActivation = (a: Vector): number => (a instanceof Float32Array ? 1 - 2 ** -24 : 1 - 2 ** -53)
