import { erfc } from '@nablajs/linalg/exact'

/** What a kernel is held to in one of its directions. */
export interface Claim {
  readonly kernel: string
  /** `apply` gives f, `pullback` of ones f′. */
  readonly direction: 'apply' | 'pullback'
  /** The value in float64, by the engine's own functions: good to 2⁻⁵⁰, and no code of ours (but for erfc). */
  readonly truth: (z: number) => number
  /** The largest error, in units of the last place of the true value. */
  readonly ulps: number
  /** Whether f never falls, so that neither may the kernel. */
  readonly rises: boolean
  /** Whether f(z) + f(−z) is 1. */
  readonly complement: boolean
  /** Points at which the kernel has this value and no other. */
  readonly exact: readonly (readonly [z: number, value: number])[]
}

const logistic = (z: number) => {
  const e = Math.exp(-Math.abs(z))
  return (z < 0 ? e : 1) / (1 + e)
}
const logisticSlope = (z: number) => {
  const e = Math.exp(-Math.abs(z))
  return e / ((1 + e) * (1 + e))
}
const phi = (z: number) => 0.5 * erfc(-z / Math.SQRT2)
const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
/** Beyond it the tails are 0 in float32; 0 · ∞ is kept out. */
const within = (z: number) => Math.max(-1e4, Math.min(1e4, z))

export const claims: readonly Claim[] = [
  claim('exp', 'apply', Math.exp, 1, true, [[0, 1], [-Infinity, 0], [Infinity, Infinity]]),
  claim('log', 'apply', Math.log, 1, true, [[1, 0], [0, -Infinity], [Infinity, Infinity], [-1, NaN]]),
  claim('sigmoid', 'apply', logistic, 1.5, true, [[0, 0.5], [-Infinity, 0], [Infinity, 1]]),
  claim('sigmoid', 'pullback', logisticSlope, 4, false, [[0, 0.25], [-Infinity, 0], [Infinity, 0]]),
  claim('tanh', 'apply', Math.tanh, 1.5, true, [[0, 0], [-Infinity, -1], [Infinity, 1]]),
  claim('tanh', 'pullback', (z) => 4 * logisticSlope(2 * z), 4, false, [[0, 1], [-Infinity, 0], [Infinity, 0]]),
  claim('softplus', 'apply', (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), 2, true, [[-Infinity, 0], [Infinity, Infinity]]),
  claim('softplus', 'pullback', logistic, 4, true, [[0, 0.5], [-Infinity, 0], [Infinity, 1]]),
  claim('elu', 'apply', (z) => (z > 0 ? z : Math.expm1(z)), 2, true, [[0, 0], [-Infinity, -1], [Infinity, Infinity]]),
  claim('elu', 'pullback', (z) => Math.exp(Math.min(z, 0)), 4, true, [[0, 1], [-Infinity, 0], [Infinity, 1]]),
  claim('gelu', 'apply', (z) => Math.max(z, -1e4) * phi(within(z)), 2, false, [[0, 0], [Infinity, Infinity]]),
  claim('gelu', 'pullback', (z) => phi(within(z)) + within(z) * density(within(z)), 4, false, [[0, 0.5], [-Infinity, 0], [Infinity, 1]]),
  claim('softsign', 'apply', (z) => (Math.abs(z) === Infinity ? Math.sign(z) : z / (1 + Math.abs(z))), 2, true, [[0, 0], [-Infinity, -1], [Infinity, 1]]),
  claim('softsign', 'pullback', (z) => (1 / (1 + Math.abs(z))) ** 2, 4, false, [[0, 1], [-Infinity, 0], [Infinity, 0]]),
  claim('relu', 'apply', (z) => Math.max(z, 0), 0, true, [[-Infinity, 0], [Infinity, Infinity]]),
  claim('relu', 'pullback', (z) => (z > 0 ? 1 : 0), 0, true, [[0, 0]]),
  claim('leakyRelu', 'apply', (z) => Math.max(z, 0.01 * z), 2, true, [[0, 0], [-Infinity, -Infinity], [Infinity, Infinity]]),
  claim('leakyRelu', 'pullback', (z) => (z > 0 ? 1 : 0.01), 1, true, [[Infinity, 1]]),
  claim('linear', 'apply', (z) => z, 0, true, [[-Infinity, -Infinity], [Infinity, Infinity]]),
]

function claim(
  kernel: string, direction: 'apply' | 'pullback', truth: (z: number) => number, ulps: number, rises: boolean, exact: Claim['exact'],
): Claim {
  return { kernel, direction, truth, ulps, rises, complement: kernel === 'sigmoid' && direction === 'apply', exact }
}
