import { random, type Backend } from '@nablajs/linalg'
import type { Activation } from '../activation.js'
import type { Findings } from './findings.js'
import { guardedMatrix } from './guardedMatrix.js'
import { slope } from './slope.js'

/** Columns looked at for each spread of the weighted inputs. */
const COLUMNS = 8
/** From small inputs to deep saturation. */
const SPREADS = [0.5, 2, 6, 12, 20, 30]
/** Beyond the overflow of e^z in both types. */
const LARGE = [100, 1000, 10000]
/** A kink in a stencil is bad luck; what is wrong at more columns than this is not. */
const UNLUCKY = 2
/** Half the distance of two doubles at 1. */
const ROUNDING = 2 ** -53
/** The slope of Σ g a is right to its bound and this many roundings of its parts. */
const ROUNDINGS_OF_A = 1e4
/** The step of the sixth difference that shows noise. */
const NOISE_STEP = 2 ** -14
/** The largest sum of weights of a sixth difference. */
const SIXTH = 64
/** Below this a value has lost digits for being small. */
const SMALL = 2 ** -1000

/**
 * The pullback of an activation that mixes neurons, or treats them differently, against (∂a/∂z)ᵀ g by differences of
 * `apply` in float64; and in saturation, where differences have no digits that tell, against its own scatter: a form
 * that cancels, as a ⊙ (g − Σ a g) does, jumps from one number to the next.
 *
 * Shapes: z, a, g and delta neurons × 1.
 */
export function checkJacobian(activation: Activation, backend: Backend, neurons: number, findings: Findings): void {
  const draw = random(1)
  const wrong: string[] = []
  const noisy: string[] = []
  for (let i = 0; i < SPREADS.length * COLUMNS; i++) {
    const z = Array.from({ length: neurons }, () => SPREADS[i % SPREADS.length] * draw.normal())
    const g = Array.from({ length: neurons }, () => draw.normal())
    const layer = onColumns(activation, backend, g)
    const at = `at z = [${z.map((x) => x.toPrecision(4)).join(', ')}]`
    wrong.push(...wrongEntry(layer, z, g).map((what) => `${what}, ${at}`))
    noisy.push(...noisyEntry(layer, z).map((what) => `${what}, ${at}`))
  }
  if (wrong.length > UNLUCKY) for (const where of wrong) findings.add('pullback is not the transposed Jacobian times g', where)
  if (noisy.length > UNLUCKY) for (const where of noisy) findings.add('pullback has lost its digits', where)
}

/**
 * An activation that mixes neurons, on weighted inputs that overflow e^z: numbers, and no NaN.
 *
 * Shapes: z and a neurons × 1.
 */
export function checkLargeInputs(activation: Activation, backend: Backend, neurons: number, findings: Findings): void {
  const { apply, pullback } = onColumns(activation, backend, Array.from({ length: neurons }, (_, j) => 1 - j))
  for (const large of LARGE) {
    for (const sign of [(j: number) => (j % 2 ? 1 : -1), () => 1, () => -1, (j: number) => (j === 0 ? 1 : -1), (j: number) => (j === neurons - 1 ? 1 : -1)]) {
      const z = Array.from({ length: neurons }, (_, j) => large * sign(j))
      for (const [name, values] of [['a', apply(z)], ['delta', pullback(z)]] as const) {
        const at = values.findIndex((x) => !Number.isFinite(x))
        if (at >= 0) {
          findings.add(
            'not finite where mathematics is',
            `${name} of neuron ${at} is ${values[at]} at z = [${z.join(', ')}]`,
          )
        }
      }
    }
  }
}

/** The activation on a single sample, with g fixed. */
interface OnColumns {
  apply(z: readonly number[]): number[]
  pullback(z: readonly number[]): number[]
}

function onColumns(activation: Activation, backend: Backend, g: readonly number[]): OnColumns {
  const column = (values: readonly number[]) => guardedMatrix(backend, 'float64', values.length, 1, (j) => values[j]).matrix
  const apply = (z: readonly number[]) => {
    const a = column(z)
    activation.apply(column(z), a)
    return Array.from(a.data)
  }
  const pullback = (z: readonly number[]) => {
    const delta = column(z)
    activation.pullback(column(z), column(apply(z)), column(g), delta)
    return Array.from(delta.data)
  }
  return { apply, pullback }
}

/** The first entry of delta, at most, that differences of Σ g a contradict. */
function wrongEntry({ apply, pullback }: OnColumns, z: readonly number[], g: readonly number[]): string[] {
  const delta = pullback(z)
  const parts = sum(apply(z).map((a, j) => Math.abs(a * g[j])))
  for (let k = 0; k < z.length; k++) {
    const along = (x: number) => sum(apply(z.map((value, j) => (j === k ? x : value))).map((a, j) => a * g[j]))
    const { value, bound } = slope(along, z[k])
    if (!(Math.abs(delta[k] - value) <= bound + ROUNDINGS_OF_A * ROUNDING * parts)) {
      return [`delta of neuron ${k} is ${delta[k]}, differences give ${value}`]
    }
  }
  return []
}

/** The first entry of delta, at most, that jumps as z moves by next to nothing. */
function noisyEntry({ pullback }: OnColumns, z: readonly number[]): string[] {
  const near = [-3, -2, -1, 0, 1, 2, 3].map((step) => pullback(z.map((x, j) => x + step * NOISE_STEP * (j % 2 ? 1 : -0.75))))
  const roundings = ROUNDING * (64 + 8 * Math.max(...z.map((x) => x * x)))
  for (let k = 0; k < z.length; k++) {
    const [p0, p1, p2, p3, p4, p5, p6] = near.map((delta) => delta[k])
    const sixth = Math.abs(p0 - 6 * p1 + 15 * p2 - 20 * p3 + 15 * p4 - 6 * p5 + p6)
    const size = Math.max(...near.map((delta) => Math.abs(delta[k])))
    if (size > SMALL && sixth > SIXTH * roundings * size) {
      return [`delta of neuron ${k} = ${p3} scatters by ${((sixth / SIXTH / size) * 100).toPrecision(2)} % of itself`]
    }
  }
  return []
}

function sum(values: readonly number[]): number {
  return values.reduce((total, x) => total + x, 0)
}
