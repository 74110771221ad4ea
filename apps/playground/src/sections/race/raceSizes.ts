import { parameterCount } from '@nablajs/backprop'

const OUTPUTS = 10

/** The sizes of a network n, n, 10 that has about so many weights and biases, and how many it has. */
export function raceSizes(parameters: number): { readonly sizes: readonly number[]; readonly parameters: number } {
  // n² + n into the middle, 10 n + 10 out of it.
  const half = (1 + OUTPUTS) / 2
  const n = Math.max(1, Math.round(Math.sqrt(half * half + parameters - OUTPUTS) - half))
  const sizes = [n, n, OUTPUTS]
  return { sizes, parameters: parameterCount(sizes) }
}
