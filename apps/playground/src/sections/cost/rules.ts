import { defineCost, type Cost } from '@nablajs/costs'
import type { Vector } from '@nablajs/linalg'

/** What C_x looks at: its own output, as the two assumptions have it; the outputs of the other samples too; a weight too. */
export const rules = ['own', 'others', 'weight'] as const
export type Rule = (typeof rules)[number]

/** What a cost that breaks an assumption reaches for. */
export interface Reach {
  /** The outputs of all samples, given that of one. */
  outputsAround(a: Vector): ArrayLike<number>
  weight(): number
}

/** Where the outputs should lie on average, for the cost that looks at all of them. */
const MIDDLE = 0.5

/**
 * A cost as the rule has it. `others` adds (ā − ½)², of the mean ā of all outputs; `weight` adds w²/2. Either gives the derivative by its own
 * output that it honestly has, which is all that BP1 asks for.
 *
 * Shapes: one output neuron: a, y and out 1 number.
 */
export function costByRule(rule: Rule, base: Cost, { outputsAround, weight }: Reach): Cost {
  if (rule === 'own') return base
  const limits = base.targets ? { targets: base.targets } : {}
  if (rule === 'weight') return defineCost({ name: 'looksAtWeight', value: (a, y) => base.value(a, y) + weight() ** 2 / 2, gradient: (a, y, out) => base.gradient(a, y, out), ...limits })
  return defineCost({
    name: 'looksAtOthers',
    value: (a, y) => base.value(a, y) + (mean(outputsAround(a)) - MIDDLE) ** 2,
    gradient(a, y, out) {
      const outputs = outputsAround(a)
      return Array.from(base.gradient(a, y, out), (slope) => slope + (2 * (mean(outputs) - MIDDLE)) / outputs.length)
    },
    ...limits,
  })
}

function mean(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((sum, number) => sum + number, 0) / numbers.length
}
