import type { Formula } from './formula.js'
import type { OperationName } from './operations.js'

/** The plainest formula of an operation: 0 + u is u, 1 · u is u, 0 · u is 0, and two numbers are one. So a derivative can be read. */
export function operation(name: OperationName, ...of: readonly Formula[]): Formula {
  return { kind: 'operation', name, of }
}

export function number(value: number): Formula {
  return { kind: 'number', value }
}

export const zero = number(0)
export const one = number(1)

export function add(u: Formula, v: Formula): Formula {
  if (isNumber(u, 0)) return v
  if (isNumber(v, 0)) return u
  if (u.kind === 'number' && v.kind === 'number') return number(u.value + v.value)
  const [minus] = negated(v)
  return minus ? subtract(u, minus) : operation('add', u, v)
}

export function subtract(u: Formula, v: Formula): Formula {
  if (isNumber(v, 0)) return u
  if (isNumber(u, 0)) return negate(v)
  if (u.kind === 'number' && v.kind === 'number') return number(u.value - v.value)
  const [minus] = negated(v)
  return minus ? operation('add', u, minus) : operation('subtract', u, v)
}

export function negate(u: Formula): Formula {
  if (u.kind === 'number') return number(0 - u.value)
  return negated(u)[0] ?? operation('negate', u)
}

export function multiply(u: Formula, v: Formula): Formula {
  if (isNumber(u, 0) || isNumber(v, 0)) return zero
  if (isNumber(u, 1)) return v
  if (isNumber(v, 1)) return u
  if (u.kind === 'number' && v.kind === 'number') return number(u.value * v.value)
  if (isNumber(u, -1)) return negate(v)
  if (isNumber(v, -1)) return negate(u)
  const [minusU, minusV] = [negated(u)[0], negated(v)[0]]
  if (minusU || minusV) {
    const product = multiply(minusU ?? u, minusV ?? v)
    return minusU && minusV ? product : negate(product)
  }
  if (u.kind === 'operation' && u.name === 'divide') return divide(multiply(u.of[0] ?? one, v), u.of[1] ?? one)
  if (v.kind === 'operation' && v.name === 'divide') return divide(multiply(u, v.of[0] ?? one), v.of[1] ?? one)
  return v.kind === 'number' ? operation('multiply', v, u) : operation('multiply', u, v)
}

export function divide(u: Formula, v: Formula): Formula {
  if (isNumber(u, 0)) return zero
  if (isNumber(v, 1)) return u
  const [minus] = negated(u)
  return minus ? negate(divide(minus, v)) : operation('divide', u, v)
}

export function power(u: Formula, v: Formula): Formula {
  if (isNumber(v, 1)) return u
  if (isNumber(v, 0)) return one
  return operation('pow', u, v)
}

/** u where the formula is −u; nothing where it is none. */
function negated(formula: Formula): readonly Formula[] {
  if (formula.kind === 'number' && formula.value < 0) return [number(-formula.value)]
  return formula.kind === 'operation' && formula.name === 'negate' ? formula.of : []
}

function isNumber(formula: Formula, value: number): boolean {
  return formula.kind === 'number' && formula.value === value
}
