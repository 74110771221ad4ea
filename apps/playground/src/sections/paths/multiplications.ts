/** How many multiplications the sums over paths of a weight of layer l take. */
export interface Multiplications {
  readonly forOne: number
  /** For each of the n_l × n_(l−1) weights into layer l: the merged sums are made once. */
  readonly forLayer: number
}

/**
 * Multiplications where all ends of paths from layer m on are merged, m = L … l: each way to layer m has one for each of its edges and one for the end, and
 * each edge behind layer m has one. At m = L it is every path by itself, as `paths` counts, at m = l backpropagation, as `pathsByDynamicProgramming` does.
 */
export function multiplications(sizes: readonly number[], l: number, m: number): Multiplications {
  const ways = waysBetween(sizes, l, m)
  const walked = ways * (m - l + 1)
  let merged = 0
  for (let next = m + 1; next <= sizes.length; next++) merged += width(sizes, next) * width(sizes, next - 1)
  return { forOne: walked + merged, forLayer: width(sizes, l) * width(sizes, l - 1) * walked + merged }
}

/** How many ways lead from one neuron of layer l to layer m. */
export function waysBetween(sizes: readonly number[], l: number, m: number): number {
  return sizes.slice(l, m).reduce((product, size) => product * size, 1)
}

function width(sizes: readonly number[], layer: number): number {
  return sizes[layer - 1] ?? 0
}
