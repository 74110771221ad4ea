import type { Problem } from './oracle/problem.js'

/**
 * The problem that a float32 engine is given: every number rounded to float32, so that both types start from the same numbers.
 *
 * Shapes: as the problem's.
 */
export function inFloat32(problem: Problem): Problem {
  const { layers, inputs, targets, weights } = problem
  const rounded = (numbers: readonly number[]) => numbers.map(Math.fround)
  return {
    ...problem,
    layers: layers.map((layer) => ({ ...layer, w: layer.w.map(rounded), b: rounded(layer.b) })),
    inputs: inputs.map(rounded),
    targets: targets.map(rounded),
    ...(weights ? { weights: rounded(weights) } : {}),
  }
}
