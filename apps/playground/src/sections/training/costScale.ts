/** A logarithmic scale for costs: powers of ten below and above all of them. */
export interface CostScale {
  readonly ticks: readonly number[]
  /** Where a cost lies, 0 at the lowest tick and 1 at the highest. */
  at(cost: number): number
}

/** Nothing smaller is told apart: a cost of 0 has no place on a logarithmic scale. */
const LEAST = 1e-12

/** The scale of these costs; two decades at least, so that noise is not drawn as a mountain. */
export function costScale(costs: readonly number[]): CostScale {
  const exponents = costs.map((cost) => Math.log10(Math.max(LEAST, cost)))
  const top = Math.ceil(Math.max(...(exponents.length > 0 ? exponents : [0])))
  const bottom = Math.min(top - 2, Math.floor(Math.min(top, ...exponents)))
  return {
    ticks: Array.from({ length: top - bottom + 1 }, (_, i) => Number(`1e${bottom + i}`)),
    at: (cost) => (Math.log10(Math.max(LEAST, cost)) - bottom) / (top - bottom),
  }
}
