import { constants, type Formula } from './formula.js'
import { operations } from './operations.js'

/** The function that a formula stands for, made of closures: no text is ever run. NaN gives NaN, even where the formula has no z. */
export function compile(formula: Formula): (z: number) => number {
  const f = closureOf(formula)
  return (z) => (Number.isNaN(z) ? z : f(z))
}

function closureOf(formula: Formula): (z: number) => number {
  if (formula.kind === 'z') return (z) => z
  if (formula.kind !== 'operation') {
    const value = formula.kind === 'number' ? formula.value : constants[formula.name]
    return () => value
  }
  const { evaluate } = operations[formula.name]
  const [u, v] = formula.of.map(closureOf)
  if (u === undefined) throw new TypeError(`${formula.name} of nothing`)
  return v === undefined ? (z) => evaluate(u(z), NaN) : (z) => evaluate(u(z), v(z))
}
