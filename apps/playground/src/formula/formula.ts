import type { OperationName } from './operations.js'

/** A formula f(z) as a tree of what is allowed, and of nothing else. Parts may be shared between trees; none is ever changed. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'z' }
  | { readonly kind: 'operation'; readonly name: OperationName; readonly of: readonly Formula[] }

/** Numbers that have a name. */
export const constants = { pi: Math.PI, e: Math.E } as const
export type ConstantName = keyof typeof constants
export const constantNames = ['pi', 'e'] as const satisfies readonly ConstantName[]

/** What a formula may be. A derivative repeats parts of its formula, at worst as many times as it is deep, and so has a bound of its own. */
export const formulaLimits = { length: 200, nodes: 100, depth: 30, derivativeNodes: 3000 } as const

/** Whether a formula has at most so many nodes. Stops counting there. */
export function isWithinNodes(formula: Formula, most: number): boolean {
  let left = most
  const take = (part: Formula): boolean => --left >= 0 && (part.kind !== 'operation' || part.of.every(take))
  return take(formula)
}
