import { cos, exp, expm1, log, log1p, powInt, sin, tanh } from '@nablajs/linalg/exact'
import { add, divide, multiply, negate, number, one, operation, power, subtract, zero } from './build.js'
import type { Formula } from './formula.js'

/** An operation that a formula may have: a function of one or two numbers, and its slopes by each of them. */
export interface Operation {
  readonly arguments: 1 | 2
  readonly evaluate: (u: number, v: number) => number
  /** ∂/∂u and ∂/∂v, as formulas of u and v. */
  readonly slopes: (u: Formula, v: Formula) => readonly Formula[]
}

/** Operations that are written as signs. */
export const signs = ['add', 'subtract', 'multiply', 'divide', 'pow', 'negate'] as const
type SignName = (typeof signs)[number]

/** Functions that a reader may write. */
export const functions = [
  'exp', 'log', 'log1p', 'expm1', 'sqrt', 'pow', 'abs', 'sign', 'step', 'max', 'min',
  'sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'sigmoid', 'softplus',
] as const
export type FunctionName = (typeof functions)[number]
export type OperationName = SignName | FunctionName

const square = (u: Formula) => power(u, number(2))
const inverse = (u: Formula) => divide(one, u)

/**
 * The allow-list: what a formula may be made of, with the derivative of each. Where a slope has a jump it is one of the two one-sided slopes; where a
 * number is NaN so is all that is made of it. Engines differ in the last digit of their functions, so these are our own: only atan and powers that are
 * no integers are the engine's.
 */
export const operations: Readonly<Record<OperationName, Operation>> = {
  add: { arguments: 2, evaluate: (u, v) => u + v, slopes: () => [one, one] },
  subtract: { arguments: 2, evaluate: (u, v) => u - v, slopes: () => [one, number(-1)] },
  multiply: { arguments: 2, evaluate: (u, v) => u * v, slopes: (u, v) => [v, u] },
  divide: { arguments: 2, evaluate: (u, v) => u / v, slopes: (u, v) => [inverse(v), negate(divide(u, square(v)))] },
  pow: { arguments: 2, evaluate: (u, v) => (Number.isInteger(v) ? powInt(u, v) : u ** v), slopes: (u, v) => [multiply(v, power(u, subtract(v, one))), multiply(power(u, v), operation('log', u))] },
  negate: { arguments: 1, evaluate: (u) => -u, slopes: () => [number(-1)] },
  exp: { arguments: 1, evaluate: exp, slopes: (u) => [operation('exp', u)] },
  log: { arguments: 1, evaluate: log, slopes: (u) => [inverse(u)] },
  log1p: { arguments: 1, evaluate: log1p, slopes: (u) => [inverse(add(one, u))] },
  expm1: { arguments: 1, evaluate: expm1, slopes: (u) => [operation('exp', u)] },
  sqrt: { arguments: 1, evaluate: Math.sqrt, slopes: (u) => [inverse(multiply(number(2), operation('sqrt', u)))] },
  abs: { arguments: 1, evaluate: Math.abs, slopes: (u) => [subtract(multiply(number(2), operation('step', u)), one)] },
  sign: { arguments: 1, evaluate: Math.sign, slopes: () => [zero] },
  step: { arguments: 1, evaluate: stepOf, slopes: () => [zero] },
  max: { arguments: 2, evaluate: Math.max, slopes: (u, v) => [subtract(one, above(v, u)), above(v, u)] },
  min: { arguments: 2, evaluate: Math.min, slopes: (u, v) => [above(v, u), subtract(one, above(v, u))] },
  sin: { arguments: 1, evaluate: sin, slopes: (u) => [operation('cos', u)] },
  cos: { arguments: 1, evaluate: cos, slopes: (u) => [negate(operation('sin', u))] },
  tan: { arguments: 1, evaluate: (u) => sin(u) / cos(u), slopes: (u) => [inverse(square(operation('cos', u)))] },
  atan: { arguments: 1, evaluate: Math.atan, slopes: (u) => [inverse(add(one, square(u)))] },
  sinh: { arguments: 1, evaluate: sinhOf, slopes: (u) => [operation('cosh', u)] },
  cosh: { arguments: 1, evaluate: (u) => (exp(u) + exp(-u)) / 2, slopes: (u) => [operation('sinh', u)] },
  tanh: { arguments: 1, evaluate: tanh, slopes: (u) => [inverse(square(operation('cosh', u)))] },
  asinh: { arguments: 1, evaluate: asinhOf, slopes: (u) => [inverse(operation('sqrt', add(one, square(u))))] },
  sigmoid: { arguments: 1, evaluate: sigmoidOf, slopes: (u) => [multiply(operation('sigmoid', u), operation('sigmoid', negate(u)))] },
  softplus: { arguments: 1, evaluate: (u) => Math.max(0, u) + log1p(exp(-Math.abs(u))), slopes: (u) => [operation('sigmoid', u)] },
}

/** 1 where u is larger than v, else 0. */
function above(u: Formula, v: Formula): Formula {
  return operation('step', subtract(u, v))
}

/** 1 above 0, else 0. */
function stepOf(u: number): number {
  if (u > 0) return 1
  return Number.isNaN(u) ? u : 0
}

/** 1/(1 + e^(−u)) that keeps its digits in both tails. */
function sigmoidOf(u: number): number {
  const e = exp(-Math.abs(u))
  return (u < 0 ? e : 1) / (1 + e)
}

/** From e^|u| − 1, which keeps the digits of a small u. */
function sinhOf(u: number): number {
  const e = expm1(Math.abs(u))
  return e === Infinity ? u * e : (Math.sign(u) * (e + e / (e + 1))) / 2
}

/** From here on 1 is less than half of the last digit of u². */
const LARGE = 2 ** 27

/** sign(u) log(|u| + √(1 + u²)), without the square where it would overflow, and with the digits of a small u. */
function asinhOf(u: number): number {
  const size = Math.abs(u)
  if (size > LARGE) return Math.sign(u) * (log(size) + Math.LN2)
  return Math.sign(u) * log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)))
}
