import { SATURATED } from '@nablajs/explain'
import { Command } from 'commander'
import { rowsFlags } from '../source/rowsFlags.js'

const RULE = `
Saturation needs data: a neuron is saturated at a row where |σ′(z)| is below ${SATURATED} of the largest that it can have, which for
sigmoid is from |z| = 4.4 on, for tanh from |z| = 2.2. For an activation that mixes neurons, such as softmax, σ′ is ∂a_j/∂z_j.`

/**
 * `nabla inspect` with its flags.
 *
 * Shapes: none.
 */
export function inspectCommand(): Command {
  return rowsFlags(new Command('inspect'))
    .description('Shows what a model file holds: layers, columns, weights; with data how saturated each layer is.')
    .argument('<model>', 'a model file')
    .argument('[data...]', 'CSV or JSON Lines, or - for stdin')
    .addHelpText('after', RULE)
}
