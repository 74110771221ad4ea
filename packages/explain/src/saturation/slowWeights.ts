import type { Matrix } from '@nablajs/linalg'

/** Below this share of the largest mean |a| of its layer a neuron counts as quiet. */
const QUIET = 0.05
/** A neuron that is saturated at this share of the samples or more learns slowly. */
const MOSTLY = 0.5
/** How many of the slowest weights are named. */
const NAMED = 10

/** Which weights of a layer can only learn slowly: ∂C/∂w = a_in δ_out (32), and δ_out has the factor σ′(z). */
export interface SlowWeights {
  /** How many. */
  readonly count: number
  /** Of all weights of the layer. */
  readonly share: number
  /** Neurons k of layer l − 1 whose mean |a| is below a twentieth of the largest there: a_in ≈ 0. */
  readonly quietInputs: readonly { readonly k: number; readonly meanActivation: number }[]
  /** Neurons j of layer l that are saturated at half of the samples or more: σ′(z) ≈ 0. */
  readonly saturatedNeurons: readonly { readonly j: number; readonly share: number }[]
}

/** A weight that hardly learns, and why. */
export interface SlowWeight {
  readonly j: number
  readonly k: number
  /** ∂C/∂w^l_jk, the mean over the samples. */
  readonly gradient: number
  /** `a_in`: its input is quiet; `saturated`: its neuron is; `delta`: neither, so that what comes back to its neuron is small or cancels. */
  readonly reasons: readonly ('a_in' | 'saturated' | 'delta')[]
}

/**
 * Which weights can only learn slowly.
 *
 * Shapes: meanInputs: mean |a| of n_(l−1) neurons; shares: of n_l neurons, of samples at which each is saturated.
 */
export function slowWeights(meanInputs: readonly number[], shares: readonly number[]): SlowWeights {
  const largest = meanInputs.reduce((most, mean) => Math.max(most, mean), 0)
  const quietInputs = meanInputs.flatMap((meanActivation, k) => (meanActivation < QUIET * largest || largest === 0 ? [{ k, meanActivation }] : []))
  const saturatedNeurons = shares.flatMap((share, j) => (share >= MOSTLY ? [{ j, share }] : []))
  const all = meanInputs.length * shares.length
  const count = all - (meanInputs.length - quietInputs.length) * (shares.length - saturatedNeurons.length)
  return { count, share: count / all, quietInputs, saturatedNeurons }
}

/**
 * The weights with the smallest |∂C/∂w|, each with the reason.
 *
 * Shapes: nablaW: n_l × n_(l−1).
 */
export function slowestWeights(nablaW: Matrix, { quietInputs, saturatedNeurons }: SlowWeights): SlowWeight[] {
  const quiet = new Set(quietInputs.map(({ k }) => k))
  const saturated = new Set(saturatedNeurons.map(({ j }) => j))
  const order = Array.from(nablaW.data.keys()).sort((p, q) => Math.abs(nablaW.data[p]) - Math.abs(nablaW.data[q]))
  return order.slice(0, NAMED).map((at) => {
    const [j, k] = [at % nablaW.rows, Math.floor(at / nablaW.rows)]
    const found = [...(quiet.has(k) ? (['a_in'] as const) : []), ...(saturated.has(j) ? (['saturated'] as const) : [])]
    return { j, k, gradient: nablaW.data[at], reasons: found.length > 0 ? found : ['delta'] }
  })
}
