import { random } from '@nablajs/linalg'

/** The start of a network for all competitors: weights N(0, 1/√n_in) row after row, biases N(0, 1), layer after layer. */
export function startOf(sizes: readonly number[]): Float32Array {
  const draws = random(3)
  const parts = sizes.slice(1).flatMap((outputs, l) => {
    const weights = Array.from({ length: outputs * sizes[l] }, () => draws.normal() / Math.sqrt(sizes[l]))
    return [...weights, ...Array.from({ length: outputs }, () => draws.normal())]
  })
  return Float32Array.from(parts)
}
