import type { Network } from '@nablajs/backprop'
import { nativeStep, STEP_SCALARS, zeros, type FlatStep, type Floats, type Operand } from '@nablajs/linalg'

/** The steps over flat vectors that a network's backend has of its own, on the vectors of one training. */
export interface NativeSteps {
  /**
   * Runs the step of that name on the numbers first … end − 1. False, and nothing done, where the backend has none, or where these
   * are not the vectors of the training: the optimizer's own code then does it, to the same bits where the backend is exact.
   */
  run(
    name: string,
    scalars: Float64Array,
    parameters: Floats,
    gradient: Floats,
    state: readonly Floats[],
    first: number,
    end: number,
  ): boolean
}

/**
 * The backend's steps for a training, or undefined where it has none or where the vectors lie in different memories of it.
 *
 * Shapes: vectors as long as `net.parameters`; eight scalars at the most.
 */
export function nativeSteps(net: Network, vectors: readonly Floats[]): NativeSteps | undefined {
  const { backend, parameters, gradient, w } = net
  const { buffer } = w[2]
  const ours = [parameters, gradient.flat, ...vectors]
  if (!backend.steps || ours.some((vector) => vector.buffer !== buffer.buffer)) return undefined
  const [weights, slopes, ...state] = ours.map((vector) => operandIn(buffer, vector))
  const cells = zeros(STEP_SCALARS, 1, { dtype: 'float64', backend })
  let known = ''
  let step: FlatStep | undefined

  /** Whether an optimizer was given what the training has, and not, say, copies. */
  function areOurs(given: Floats, gradientGiven: Floats, stateGiven: readonly Floats[]): boolean {
    if (given !== parameters || gradientGiven !== gradient.flat || stateGiven.length !== vectors.length) return false
    for (let i = 0; i < vectors.length; i++) if (stateGiven[i] !== vectors[i]) return false
    return true
  }

  return {
    run(name, scalars, given, gradientGiven, stateGiven, first, end) {
      if (name !== known) {
        known = name
        step = nativeStep(name, backend)
      }
      if (step === undefined || !areOurs(given, gradientGiven, stateGiven)) return false
      cells.data.set(scalars)
      step(first, end, cells, weights, slopes, state)
      return true
    },
  }
}

/** Where a vector lies in the array that a backend has for its whole memory. */
function operandIn(buffer: Floats, vector: Floats): Operand {
  return { buffer, offset: (vector.byteOffset - buffer.byteOffset) / buffer.BYTES_PER_ELEMENT }
}
