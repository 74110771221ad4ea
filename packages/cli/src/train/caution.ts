/** Costs that are for outputs in 0 … 1. */
const PROBABILITIES = new Set(['crossEntropy', 'logLikelihood'])
/** Activations that give such outputs. */
const IN_RANGE = new Set(['sigmoid', 'softmax'])

/**
 * What to say of an output and a cost that work together and are seldom meant; undefined where there is nothing to say.
 *
 * Shapes: names in, text out.
 */
export function caution(output: string, cost: string): string | undefined {
  if (output === 'softmax' && cost === 'quadratic') return 'CAREFUL: softmax with the quadratic cost learns slowly where it is sure and wrong; logLikelihood is made for softmax'
  if (output === 'sigmoid' && cost === 'logLikelihood') return 'CAREFUL: with logLikelihood no sigmoid is pushed down whose target is 0; crossEntropy is made for sigmoid'
  if (PROBABILITIES.has(cost) && !IN_RANGE.has(output)) return `CAREFUL: ${cost} is for outputs in 0 … 1, and ${output} gives others; sigmoid and softmax do not`
  return undefined
}
