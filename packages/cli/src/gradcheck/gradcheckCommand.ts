import { Command } from 'commander'
import { sizes, whole } from '../parse.js'

/** The flags of `nabla gradcheck`. */
export interface GradcheckFlags {
  readonly sizes: number[]
  readonly activation: string
  readonly output: string
  readonly cost: string
  readonly seed: number
}

/**
 * `nabla gradcheck` with its flags.
 *
 * Shapes: none.
 */
export function gradcheckCommand(): Command {
  return new Command('gradcheck')
    .description('Checks plugins, and the gradient of a network, against the complex step or differences.')
    .option('--sizes <list>', 'neurons of the layers', sizes, [4, 6, 5, 3])
    .option('--activation <name>', 'of the hidden layers', 'sigmoid')
    .option('--output <name>', 'activation of the output', 'sigmoid')
    .option('--cost <name>', 'the cost', 'quadratic')
    .option('--seed <n>', 'of weights and samples', whole, 1)
    .addHelpText('after', '\nPlugins that come by --plugin are checked by their conformance kits too.')
}
