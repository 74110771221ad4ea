import { applyRows, pullbackRows, type ElementwiseFunction, type Matrix } from '@nablajs/linalg'

/**
 * An activation σ, as the engine sees it: two operations on whole layers, one column a sample.
 *
 * It owns no memory and keeps no state: the same inputs give the same outputs, and a column depends on its own column
 * alone. An activation that is elementwise is best made by `defineActivation`.
 */
export interface Activation {
  readonly name: string
  /**
   * a = σ(z) (25).
   *
   * Shapes: z and a n_l × m; a is overwritten.
   */
  apply(z: Matrix, a: Matrix): void
  /**
   * delta = (∂a/∂z)ᵀ g by column: g ⊙ σ′(z) for an elementwise σ, the transposed Jacobian times g for one that mixes neurons.
   *
   * Shapes: z, a = σ(z), g and delta n_l × m; delta is overwritten and may be the same matrix as g.
   */
  pullback(z: Matrix, a: Matrix, g: Matrix, delta: Matrix): void
  /** The name of the kernel that a neuron runs as, counted from 0; `undefined` where it is the plugin's own code. */
  kernelOf(neuron: number): string | undefined
  /** Refuses a layer that this activation cannot be on. Called once, by `network`. Throws `PluginError`. */
  check?(neurons: number): void
  /** True where only + − × ÷ √ make it, so that every engine gives the same bits. */
  readonly exact?: boolean
}

/** An activation that treats every neuron alike and alone. */
export interface ElementwiseActivation extends Activation, ElementwiseFunction {
  readonly exact: boolean
  /** f on a complex number, as `[re, im]`: makes gradient checks exact. */
  readonly complex: ((re: number, im: number) => readonly [re: number, im: number]) | undefined
}

/** What `defineActivation` takes. */
export interface ActivationDefinition {
  name: string
  /** σ on one number. */
  f: (z: number) => number
  /** σ′ on one number; a = σ(z) is given because it is there already. */
  fPrime: (z: number, a: number) => number
  /** σ on a complex number, as `[re, im]`. Optional: makes gradient checks exact. */
  complex?: (re: number, im: number) => readonly [re: number, im: number]
  /** Say true where f and fPrime use only + − × ÷ √ and `@nablajs/linalg/exact`. */
  exact?: boolean
  /** A kernel that a backend may run in the place of f and fPrime. It must be the same function. */
  kernel?: string
}

/**
 * Makes an activation from σ and σ′.
 *
 * Shapes: f and fPrime are on numbers; `apply` and `pullback` of the result are on n_l × m matrices.
 *
 * @example
 * const softsign = defineActivation({ name: 'softsign', f: (z) => z / (1 + Math.abs(z)), fPrime: (z) => 1 / (1 + Math.abs(z)) ** 2 })
 */
export function defineActivation(definition: ActivationDefinition): ElementwiseActivation {
  const activation: ElementwiseActivation = {
    complex: undefined,
    exact: false,
    kernel: undefined,
    ...definition,
    kernelOf: () => activation.kernel,
    apply: (z, a) => applyRows(activation, z, a, 0, z.rows),
    pullback: (z, a, g, delta) => pullbackRows(activation, z, a, g, delta, 0, z.rows),
  }
  return activation
}
