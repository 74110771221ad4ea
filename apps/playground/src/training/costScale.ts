import type { Scale } from './scale.js'

/** Nothing smaller is told apart: a cost of 0 has no place on a logarithmic scale. */
const LEAST = 1e-12

/** A logarithmic scale: powers of ten below and above all of these costs; two decades at least, so that noise is not drawn as a mountain. */
export function costScale(costs: readonly number[]): Scale {
  const exponents = costs.map((cost) => Math.log10(Math.max(LEAST, cost)))
  const top = Math.ceil(Math.max(...(exponents.length > 0 ? exponents : [0])))
  const bottom = Math.min(top - 2, Math.floor(Math.min(top, ...exponents)))
  return {
    ticks: Array.from({ length: top - bottom + 1 }, (_, i) => Number(`1e${bottom + i}`)),
    at: (cost) => (Math.log10(Math.max(LEAST, cost)) - bottom) / (top - bottom),
  }
}
