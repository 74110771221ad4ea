import type { Quantity } from './quantity.js'

/** What a step of the algorithm does. */
export type StepName =
  | 'input'
  | 'weighted input'
  | 'activation'
  | 'output error'
  | 'backpropagate'
  | 'gradient of b'
  | 'gradient of w'
  | 'update of b'
  | 'update of w'

/** The equation of the chapter that a step applies; the input and the update have no number there. */
export type StepEquation = '(25)' | 'BP1' | 'BP2' | 'BP3' | 'BP4'

/** One step of the algorithm with its numbers: plain data, copied and frozen. */
export interface Step {
  readonly name: StepName
  /** The equation that it applies, in matrix form. */
  readonly equation?: StepEquation
  /** The layer of what comes out, 1 … L. */
  readonly layer: number
  /** The step in TeX, in matrix form. */
  readonly latex: string
  /** The same for one neuron or one weight. */
  readonly perNeuron: string
  /** The matrix form with the numbers in it; large matrices with dots. */
  readonly numbers: string
  /** What goes in, in the order of the formula. */
  readonly operands: readonly Quantity[]
  /** What comes out. */
  readonly result: Quantity
  /** The activation of the layer, where the step applies it or its derivative. */
  readonly activation?: string
  /** True where the cost declares that it cancels with the activation: the result is then what is left, so that saturation loses no digits. */
  readonly cancelled?: boolean
}

/**
 * A step that nobody can change.
 *
 * Shapes: none of its own.
 */
export function step(parts: Step): Step {
  return Object.freeze({ ...parts, operands: Object.freeze([...parts.operands]) })
}
