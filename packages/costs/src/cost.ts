import type { Vector } from '@nablajs/linalg'

/**
 * A cost on one sample, C_x, a function of the output activations alone; y only parametrises it. The cost of a set is the
 * mean over its samples. These are the chapter's two assumptions, and `checkCost` holds a plugin to them. A sample's
 * weight ω is no part of it: the engine makes the mean Σ_x ω_x C_x / m of any cost.
 *
 * Shapes: a, y and out n_L numbers.
 */
export interface Cost {
  readonly name: string
  /** C_x. */
  value(a: Vector, y: Vector): number
  /** ∇ₐC_x: fill `out` and return it, or return any array of n_L numbers (which is then garbage). */
  gradient(a: Vector, y: Vector, out: Vector): ArrayLike<number>
  /** Between which numbers a target y_j has to lie, where the cost means nothing for others; any number unless said. */
  readonly targets?: readonly [least: number, most: number]
  /** What δᴸ is where the cost and an activation cancel. Keyed by the activation's kernel. */
  readonly pairings?: Pairings
  /** C_x at complex activations, as `[re, im]`. Optional: makes gradient checks exact. */
  complex?(aRe: Vector, aIm: Vector, y: Vector): readonly [re: number, im: number]
  /** True where only + − × ÷ √ make it, so that every engine gives the same bits. */
  readonly exact?: boolean
}

/** δᴸ_j of one neuron, ∂C_x/∂z_j, for an elementwise activation. */
export type PairingByNeuron = (z: number, a: number, y: number) => number

/** δᴸ of one column, for an activation that mixes neurons: fills `out` and returns it, or returns n_L numbers. */
export type PairingByColumn = (z: Vector, a: Vector, y: Vector, out: Vector) => ArrayLike<number>

/**
 * BP1 simplified, by kernel name: of three arguments it is by neuron, of four by column. A cost *declares* what it pairs
 * with by the kernel's name and never imports an activation.
 */
export interface Pairings {
  readonly sigmoid?: PairingByNeuron
  readonly softmax?: PairingByColumn
  readonly [kernel: string]: PairingByNeuron | PairingByColumn | undefined
}

/** What `defineCost` takes: a `Cost`, `value` and `gradient` being enough. */
export type CostDefinition = Cost

/**
 * Makes a cost from its value and its gradient on one sample.
 *
 * Shapes: a, y and out n_L numbers.
 *
 * @example
 * const quartic = defineCost({
 *   name: 'quartic',
 *   value: (a, y) => a.reduce((sum, aj, j) => sum + (aj - y[j]) ** 4 / 4, 0),
 *   gradient: (a, y) => a.map((aj, j) => (aj - y[j]) ** 3),
 * })
 */
export function defineCost(definition: CostDefinition): Cost {
  return { exact: false, ...definition }
}
