import type { Floats } from '@nablajs/linalg'
import { LEAST_EPSILON } from './leastEpsilon.js'
import type { NativeSteps } from './nativeSteps.js'
import type { StepInfo } from './optimizer.js'
import { requireNumber } from './requireNumber.js'

/** Options of `adam`. */
export interface AdamOptions {
  /** The share of m that is kept; 0.9 unless said. */
  beta1?: number
  /** The share of v that is kept; 0.999 unless said. */
  beta2?: number
  /** 1e-8 unless said. */
  epsilon?: number
}

/**
 * What a step of Adam multiplies by, in this order: β₁, 1 − β₁, β₂, 1 − β₂, η / (1 − β₁ᵗ), 1 / √(1 − β₂ᵗ), ε, and what a parameter
 * is multiplied by before the step: 1, or 1 − η λ where it decays.
 */
export type AdamScalars = Float64Array

/** Where the last of them lies. */
export const KEPT = 7

/**
 * The scalars, without those that change from step to step, and without decay.
 *
 * Shapes: eight cells.
 */
export function adamScalars(beta1: number, beta2: number, epsilon: number): AdamScalars {
  return Float64Array.of(beta1, 1 - beta1, beta2, 1 - beta2, 0, 0, epsilon, 1)
}

/**
 * Sets the scalars that follow from η and from the number of the step; computed in float64 whatever the element type.
 *
 * Shapes: eight cells, of which two are overwritten.
 */
export function setStep(scalars: AdamScalars, { learningRate, step }: StepInfo): void {
  scalars[4] = scalars[0]
  scalars[5] = scalars[2]
  raise(scalars, 4, step)
  raise(scalars, 5, step)
  scalars[4] = learningRate / (1 - scalars[4])
  scalars[5] = 1 / Math.sqrt(1 - scalars[5])
}

/**
 * x → xⁿ in its cell, by the products of `powInt` of linalg, whose result, a number returned, would be on the heap.
 *
 * Shapes: n of at least 1.
 */
function raise(cells: Float64Array, at: number, n: number): void {
  let square = cells[at]
  cells[at] = 1
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) cells[at] *= square
    square *= square
  }
}

/**
 * Throws `OptionError` for a β outside 0 … 1 and for an ε that is 0 in float32.
 *
 * Shapes: scalars.
 */
export function requireAdamOptions(of: string, beta1: number, beta2: number, epsilon: number): void {
  requireNumber(of, 'beta1', beta1, { least: 0, below: 1 }, '0.9 is usual.')
  requireNumber(of, 'beta2', beta2, { least: 0, below: 1 }, '0.999 is usual.')
  requireNumber(of, 'epsilon', epsilon, { least: LEAST_EPSILON }, '1e-8 is usual; it keeps 0 / 0 away.')
}

/**
 * One step of Adam on the parameters first … end − 1, by the backend's own where it has one, rounded to the element type after each
 * operation: m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) (g g), w = kept w − (η′ m) / (√v · c + ε), with the scalars rounded first, η′
 * the fifth and c the sixth.
 *
 * Shapes: flat vectors of equal length; w and the state m, v are updated.
 */
export function adaptiveMoments(
  native: NativeSteps | undefined,
  scalars: AdamScalars,
  w: Floats,
  g: Floats,
  state: readonly Floats[],
  first: number,
  end: number,
): void {
  if (native?.run('adam', scalars, w, g, state, first, end)) return
  if (w instanceof Float32Array) inFloat32(scalars, w, g, state[0], state[1], first, end)
  else inFloat64(scalars, w, g, state[0], state[1], first, end)
}

function inFloat32(scalars: AdamScalars, w: Floats, g: Floats, m: Floats, v: Floats, first: number, end: number): void {
  const beta1 = Math.fround(scalars[0])
  const fresh1 = Math.fround(scalars[1])
  const beta2 = Math.fround(scalars[2])
  const fresh2 = Math.fround(scalars[3])
  const eta = Math.fround(scalars[4])
  const unbias = Math.fround(scalars[5])
  const epsilon = Math.fround(scalars[6])
  const kept = Math.fround(scalars[KEPT])
  for (let i = first; i < end; i++) {
    m[i] = Math.fround(beta1 * m[i]) + Math.fround(fresh1 * g[i])
    v[i] = Math.fround(beta2 * v[i]) + Math.fround(fresh2 * Math.fround(g[i] * g[i]))
    const size = Math.fround(Math.fround(Math.fround(Math.sqrt(v[i])) * unbias) + epsilon)
    w[i] = Math.fround(kept * w[i]) - Math.fround(Math.fround(eta * m[i]) / size)
  }
}

function inFloat64(scalars: AdamScalars, w: Floats, g: Floats, m: Floats, v: Floats, first: number, end: number): void {
  const beta1 = scalars[0]
  const fresh1 = scalars[1]
  const beta2 = scalars[2]
  const fresh2 = scalars[3]
  const eta = scalars[4]
  const unbias = scalars[5]
  const epsilon = scalars[6]
  const kept = scalars[KEPT]
  for (let i = first; i < end; i++) {
    m[i] = beta1 * m[i] + fresh1 * g[i]
    v[i] = beta2 * v[i] + fresh2 * (g[i] * g[i])
    w[i] = kept * w[i] - (eta * m[i]) / (Math.sqrt(v[i]) * unbias + epsilon)
  }
}
