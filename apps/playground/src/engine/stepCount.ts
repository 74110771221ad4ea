/**
 * How many steps a trace of the algorithm has on a network of L layers: the input; z and a of L − 1 layers; BP1; BP2 of L − 2 layers; BP3, BP4 and the
 * updates of w and b of L − 1 layers.
 */
export function stepCount(L: number): number {
  const computed = L - 1
  return 1 + 2 * computed + 1 + (L - 2) + 2 * computed + 2 * computed
}
