import type { Network } from '@nablajs/backprop'

/**
 * Where weights, and not biases, lie in the flat array: [first, end) of every w^l.
 *
 * Shapes: indices into `net.parameters`.
 */
export function weightRanges({ L, w, b }: Network): [first: number, end: number][] {
  const ranges: [number, number][] = []
  let first = 0
  for (let l = 2; l <= L; l++) {
    const end = first + w[l].data.length
    ranges.push([first, end])
    first = end + b[l].data.length
  }
  return ranges
}
