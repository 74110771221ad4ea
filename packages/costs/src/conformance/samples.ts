import { random } from '@nablajs/linalg'
import type { Domain } from './domain.js'

/** Outputs, as shares of a domain of width 1, near both ends and between. */
const INSIDE = [1e-8, 2 ** -10, 0.02, 0.2, 0.37, 0.5, 0.77, 0.93, 1 - 2 ** -10, 1 - 2 ** -20]
/** Outputs, as distances from the end of a domain that has but one, or from 0, beside those. */
const OUTSIDE = [1.3, 2.6, 17, 1e4]
/** Targets, of which those in the domain are taken. */
const TARGETS = [0, 1, 0.3, 0.85, -1, -2.4, 3.1]
/** How many layers of more than one neuron are drawn. */
const DRAWS = 24

/** One sample: the outputs and the targets of a layer. */
export interface Sample {
  readonly a: readonly number[]
  readonly y: readonly number[]
}

const ANY: Domain = [-Infinity, Infinity]

/**
 * The targets that lie in a domain and that the cost takes; the first that is neither 0 nor 1 is at 2.
 *
 * Shapes: as many numbers as there are.
 */
export const targetsIn = ([low, high]: Domain, [least, most]: Domain = ANY): number[] =>
  TARGETS.filter((y) => y >= Math.max(low, least) && y <= Math.min(high, most))

/**
 * Outputs inside a domain, near its ends and far out.
 *
 * Shapes: as many numbers as there are.
 */
export function outputsIn([low, high]: Domain): number[] {
  const outside = [...INSIDE, ...OUTSIDE]
  if (Number.isFinite(low) && Number.isFinite(high)) return INSIDE.map((share) => low + share * (high - low))
  if (Number.isFinite(low)) return outside.map((distance) => low + distance)
  if (Number.isFinite(high)) return outside.map((distance) => high - distance)
  return outside.flatMap((distance) => [-distance, distance])
}

/**
 * Samples for layers of one size: every output with every target where there is one neuron, else drawn, one in two of
 * them with a target that is 1 for one neuron and 0 for the rest. Given targets are taken as they are.
 *
 * Shapes: a and y of each `neurons` numbers.
 */
export function samplesFor(domain: Domain, neurons: number, given: readonly ArrayLike<number>[] | undefined, taken: Domain = ANY): Sample[] {
  const outputs = outputsIn(domain)
  const targets = targetsIn(domain, taken)
  const fitting = given?.map((y) => Array.from(y)) ?? (neurons === 1 ? targets.map((y) => [y]) : undefined)
  if (neurons === 1 && fitting) {
    // An output that is its target, where kinks are.
    return fitting.flatMap((y) => [...outputs, ...y.filter((t) => t > domain[0] && t < domain[1])].map((a) => ({ a: [a], y })))
  }
  const draw = random(1)
  const pick = <T>(list: readonly T[]): T => list[draw.integer(list.length)]
  const layer = (number: (j: number) => number) => Array.from({ length: neurons }, (_, j) => number(j))
  return Array.from({ length: DRAWS }, (_, i) => {
    const hot = draw.integer(neurons)
    const own = i % 2 === 0 ? layer((j) => (j === hot ? 1 : 0)) : layer(() => pick(targets))
    return { a: layer(() => pick(outputs)), y: fitting ? fitting[i % fitting.length] : own }
  })
}
