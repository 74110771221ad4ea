import { Command, Option } from 'commander'
import { FORMATS } from './exportModel.js'

/**
 * `nabla export` with its flags.
 *
 * Shapes: none.
 */
export function exportCommand(): Command {
  return new Command('export')
    .description('Writes a model in another format: ONNX for other runtimes, JSON for reading by eye, safetensors.')
    .argument('<model>', 'a model file')
    .requiredOption('--to <file>', 'what is written; one that is there is replaced')
    .addOption(new Option('--format <format>', 'where the ending does not say it').choices(FORMATS))
    .option('--with-preprocessing', 'ONNX that takes the columns of a table as they are')
}
