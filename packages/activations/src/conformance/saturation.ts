/** A neuron is called saturated where |σ′| is below this. */
const SATURATED = 0.01
/** Looked at from −REACH to REACH. */
const REACH = 1024
const SPACING = 2 ** -4

/** Where σ′ is small for good: below `low` and above `high`; `undefined` where it never is. */
export interface Saturation {
  readonly low: number | undefined
  readonly high: number | undefined
}

/**
 * From where on |σ′| < 0.01 on either side, to 4 digits.
 *
 * Shapes: scalar.
 */
export function saturation(prime: (z: number) => number): Saturation {
  return { low: edge(prime, -1), high: edge(prime, 1) }
}

function edge(prime: (z: number) => number, side: -1 | 1): number | undefined {
  const learns = (size: number) => Math.abs(prime(side * size)) >= SATURATED
  if (learns(REACH)) return undefined
  let [inner, outer] = [REACH - SPACING, REACH]
  while (inner > -REACH && !learns(inner)) [inner, outer] = [inner - SPACING, inner]
  if (inner === -REACH) return side * inner
  for (let step = 0; step < 40; step++) {
    const middle = (inner + outer) / 2
    if (learns(middle)) inner = middle
    else outer = middle
  }
  return Number((side * outer).toPrecision(4)) + 0
}
