import type { NativeSteps } from '../nativeSteps.js'
import type { Optimizer } from '../optimizer.js'

/** The name of a step that the backend has, its scalars, and from where to where it is to go. */
export type HandedOver = [name: string, scalars: number[], first: number, end: number]

/**
 * What an optimizer hands over to a backend that has its step, at step 2 with η = 0.25. Throws where it hands over other vectors
 * than it was given, or steps itself as well.
 *
 * Shapes: eight parameters, of which the first three and the fifth and sixth are weights.
 */
export function handedOver(optimizer: Optimizer): HandedOver[] {
  const calls: HandedOver[] = []
  const vector = () => new Float64Array(8).fill(1)
  const [parameters, gradient, ...state] = Array.from({ length: 2 + optimizer.vectors }, vector)
  const native: NativeSteps = {
    run(name, scalars, ...[w, g, s, first, end]) {
      if (w !== parameters || g !== gradient || s.length !== state.length || s.some((held, i) => held !== state[i])) throw new Error('other vectors')
      calls.push([name, [...scalars], first, end])
      return true
    },
  }
  optimizer.step(parameters, gradient, state, { learningRate: 0.25, step: 2, weightRanges: [[0, 3], [4, 6]], native })
  if ([parameters, ...state].some((held) => held.some((x) => x !== 1))) throw new Error('stepped itself as well')
  return calls
}
