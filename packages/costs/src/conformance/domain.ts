import type { Cost } from '../cost.js'

/** The interval in which an output a_j may lie. */
export type Domain = readonly [low: number, high: number]

/** Where the ends of a domain are looked for: beyond −1, between −1 and 0, beyond 1. */
const BELOW = [-3.3, -1.7]
const NEGATIVE = [-0.9, -0.4]
const ABOVE = [1.7, 3.3]
/** Targets that every domain contains, and the output of the neurons that are not looked at. */
const TARGETS = [0.3, 0.85]
const REST = 0.4

/**
 * The widest of −∞, −1, 0 and of 1, ∞ between which the cost says something: it is finite there, and not the same number
 * everywhere, as it is where a clamp has taken over.
 *
 * Shapes: a and y `neurons` numbers.
 */
export function domainOf(cost: Cost, neurons: number): Domain {
  const speaks = (outputs: readonly number[]) => {
    try {
      return speaksAt(cost, neurons, outputs)
    } catch {
      return false
    }
  }
  return [speaks(BELOW) ? -Infinity : speaks(NEGATIVE) ? -1 : 0, speaks(ABOVE) ? Infinity : 1]
}

function speaksAt(cost: Cost, neurons: number, outputs: readonly number[]): boolean {
  const layer = (number: number) => new Float64Array(neurons).fill(number)
  const values = TARGETS.map((target) => outputs.map((output) => cost.value(layer(REST).fill(output, 0, 1), layer(target))))
  return values.flat().every(Number.isFinite) && values.some(([one, other]) => one !== other)
}
