/** The smallest normal number of float32: a smaller ε would lose its digits there, or be 0. */
export const LEAST_EPSILON: number = 2 ** -126
