import { engineGradient, engineProblem, type EngineOptions } from './engine.js'
import { complexStep } from './oracle/complexStep.js'
import type { Problem } from './oracle/problem.js'
import { flattened, relativeDifference } from './oracle/relativeDifference.js'
import { saturated } from './oracle/saturated.js'
import { randomNet, type Wishes } from './randomNets.js'

/** The goal: the worst net's ‖g − g*‖₂ / ‖g*‖₂. In saturation rounding alone comes to a few 10⁻¹³; a wrong formula is far above. */
export const WORST = 1e-12
/** The goal: the median over all nets. */
export const MEDIAN = 1e-15

/** One net and how far the engine is from the oracle on it. */
export interface Compared {
  readonly number: number
  readonly problem: Problem
  readonly difference: number
}

/** What a comparison of many nets found. */
export interface Comparison {
  readonly parameters: number
  readonly neurons: number
  /** How many neurons were saturated, by activation. None was left out. */
  readonly saturated: ReadonlyMap<string, number>
  readonly median: number
  readonly worst: Compared
  readonly passed: boolean
}

/** Which nets are compared. */
export interface Choice {
  readonly seed: number
  readonly nets: number
  readonly wishes?: Wishes
  readonly engine?: EngineOptions
  /** Only the nets of which this is true. */
  readonly only?: (problem: Problem) => boolean
}

/**
 * Compares the engine's gradient with the complex step on many random nets.
 *
 * Shapes: none. Throws `RangeError` where no net is chosen.
 */
export function compareNets({ seed, nets, wishes, engine, only = () => true }: Choice): Comparison {
  const all: Compared[] = []
  const counts = new Map<string, number>()
  let parameters = 0
  let neurons = 0
  for (let number = 0; number < nets; number++) {
    const problem = randomNet(seed, number, wishes)
    if (!only(problem)) continue
    const oracle = flattened(complexStep(problem))
    const put = engineProblem(problem, engine)
    const difference = relativeDifference(engineGradient(put).flat, oracle)
    put.net.close()
    all.push({ number, problem, difference })
    parameters += oracle.length
    for (const { b } of problem.layers) neurons += b.length
    for (const { activation } of saturated(problem)) counts.set(activation, (counts.get(activation) ?? 0) + 1)
  }
  // NaN counts as the worst of all.
  all.sort((one, other) => order(one.difference) - order(other.difference))
  const worst = all.at(-1)
  const median = all[Math.floor(all.length / 2)]
  if (!worst || !median) throw new RangeError('no net to compare')
  const passed = worst.difference <= WORST && median.difference <= MEDIAN
  return { parameters, neurons, saturated: counts, median: median.difference, worst, passed }
}

function order(difference: number): number {
  return Number.isNaN(difference) ? Number.MAX_VALUE : Math.min(difference, Number.MAX_VALUE)
}
