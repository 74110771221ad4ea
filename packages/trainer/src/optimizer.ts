import type { Floats } from '@nablajs/linalg'
import type { NativeSteps } from './nativeSteps.js'

/** What an optimizer is told at each step. One object serves all steps. */
export interface StepInfo {
  /** η at this step. */
  readonly learningRate: number
  /** The number of this step, from 1. */
  readonly step: number
  /** Where weights, and not biases, lie in the flat arrays: [first, end) of each w^l. */
  readonly weightRanges: readonly (readonly [first: number, end: number])[]
  /** Steps that the backend has of its own, for an optimizer that names one and computes the same without it. */
  readonly native?: NativeSteps | undefined
}

/**
 * How a gradient becomes a step: one function over flat vectors, all laid out as `net.parameters`. It keeps no state of its
 * own: what it must remember lies in `state`, so that a checkpoint can hold it.
 */
export interface Optimizer {
  readonly name: string
  /** How many vectors of state it needs, as long as the parameters and 0 at the start. */
  readonly vectors: number
  /** Fills the vectors of state once, where 0 is not their start. */
  init?(state: readonly Floats[]): void
  /** Updates the parameters. Makes no garbage. */
  step(parameters: Floats, gradient: Floats, state: readonly Floats[], info: StepInfo): void
  /** `descend`: the step is w − η·gradient and may be done in the pass that makes the gradient, with the same bits. */
  readonly kernel?: 'descend'
}
