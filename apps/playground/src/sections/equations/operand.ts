import type { Quantity, QuantityKind, Step } from '@nablajs/explain'

/** What goes into a step, by its letter. Throws where the step has none of that kind, which is a mistake of the caller's. */
export function operand(step: Step, kind: QuantityKind): Quantity {
  const found = step.operands.find((quantity) => quantity.kind === kind)
  if (!found) throw new RangeError(`${step.name} takes no ${kind}`)
  return found
}

/** Entry (j, k) of a quantity, both from 1. */
export function entry({ matrix }: Quantity, j: number, k = 1): number {
  return matrix[j - 1]?.[k - 1] ?? NaN
}
