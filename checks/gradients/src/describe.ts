import { at } from './oracle/at.js'
import type { Problem } from './oracle/problem.js'
import { saturated } from './oracle/saturated.js'

/**
 * A net in words: sizes, activations, cost, minibatch, and the names of its saturated neurons.
 *
 * Shapes: none.
 */
export function describe(problem: Problem): string {
  const { layers, cost, inputs, weights } = problem
  const sizes = [at(inputs, 0).length, ...layers.map(({ b }) => b.length)].join(', ')
  const activations = layers.map(({ activation, own }) =>
    [activation, ...[...own].map(([j, name]) => `neuron ${j} ${name}`)].join(' with '),
  )
  const names = saturated(problem).map(({ l, j, activation }) => `layer ${l} neuron ${j} (${activation})`)
  return [
    `[${sizes}], ${activations.join(' → ')}`,
    `${cost} over ${inputs.length} samples${weights ? ' with weights' : ''}`,
    `saturated: ${names.length === 0 ? 'none' : names.join(', ')}`,
  ].join('; ')
}
