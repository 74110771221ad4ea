import { Command, InvalidArgumentError, Option, type OptionValues } from 'commander'
import { rowsFlags } from '../source/rowsFlags.js'
import { SCHEDULES } from './learningRateOf.js'
import { count, names, notNegative, positive, share, sizes, whole } from '../parse.js'

/**
 * `nabla train` with its flags. A flag's name in camel case is its setting's.
 *
 * Shapes: none.
 */
export function trainCommand(): Command {
  return rowsFlags(new Command('train').optionsGroup('Data:'))
    .description('Trains a network on a table or on images, shows how good it is on held-out rows, and writes the model.')
    .argument('<data...>', 'CSV, JSON Lines, NPZ; IDX or NPY, inputs and then targets; a folder of images')
    .option('--target <names>', 'the column to predict, or several of numbers (default: the last)', names)
    .addOption(new Option('--task <task>', 'what the target is (default: found out)').choices(['classification', 'regression']))
    .option('--types <list>', 'columns that are not what they seem: zip=category,id=ignore', types)
    .addOption(new Option('--missing <policy>', 'what to do about empty cells').choices(['error', 'mean', 'median', 'drop', 'category']))
    .option('--test <share>', 'of the rows that are held out (default: 0.2)', share)
    .option('--validation <share>', 'of the rows that decide when to stop (default: 0, the held-out rows do)', share)
    .option('--folds <k>', 'cross-validation: trains k times, each time with another part held out; writes no model', folds)
    .optionsGroup('Network:')
    .option('--hidden <list>', 'neurons of the hidden layers, such as 16,8; 0 for none (default: 16)', sizes)
    .option('--activation <name>', 'of the hidden layers (default: tanh)')
    .option('--output <name>', 'activation of the output (default: softmax for classes, linear for numbers)')
    .option('--cost <name>', '(default: logLikelihood for classes, quadratic for numbers)')
    .optionsGroup('Training:')
    .option('--optimizer <name>', '(default: adam)')
    .option('--momentum <share>', 'of momentum and nesterov (default: 0.9)', share)
    .option('--weight-decay <number>', 'of adamW (default: 0.01)', notNegative)
    .option('--l1 <number>', 'penalty on |w|', notNegative)
    .option('--l2 <number>', 'penalty on w²', notNegative)
    .option('--max-norm <length>', 'of the weights into a neuron', positive)
    .option('--clip-value <number>', 'the largest size of a number of the gradient', positive)
    .option('--clip-norm <length>', 'the largest length of the gradient', positive)
    .option('--epochs <n>', 'at most (default: 200)', count)
    .option('--batch <n>', 'rows in a minibatch (default: 16)', count)
    .option('--learning-rate <eta>', 'η (default: 0.01)', positive)
    .addOption(new Option('--schedule <name>', 'how η goes; one-cycle: η is its peak (default: constant)').choices(SCHEDULES))
    .option('--decay-factor <factor>', 'of step (0.1), exponential (0.95), plateau (0.1)', positive)
    .option('--decay-every <n>', 'epochs: of step (a third of all), or borne by plateau (10)', count)
    .option('--warm-up <n>', 'steps in which η grows', count)
    .option('--patience <n>', 'epochs without a better one before training ends; 0 for no end (default: 20)', whole)
    .option('--class-weights', 'rare classes count as much as frequent ones')
    .option('--seed <n>', 'decides the split, the starting weights and the order of rows (default: 1)', whole)
    .addOption(new Option('--mode <mode>', 'the same bits on every machine, or speed alone (default: exact)').choices(['exact', 'fast']))
    .option('--threads <n>', '(default: 1)', count)
    .option('--double', 'computes in float64')
    .optionsGroup('Files:')
    .option('--out <file>', 'the model (default: the name of the data, .safetensors)')
    .option('--history <file>', 'every epoch, as .csv or .jsonl')
    .option('--checkpoint <folder>', 'keeps the last three checkpoints there')
    .option('--checkpoint-every <n>', 'steps between two (default: one after each epoch)', count)
    .option('--resume', 'goes on with the last checkpoint, where there is one')
    .option('--config <file>', 'settings from JSON; flags go before them')
}

function folds(text: string): number {
  const k = count(text)
  if (k >= 2) return k
  throw new InvalidArgumentError('Expected at least 2.')
}

function types(text: string): Record<string, string> {
  return Object.fromEntries(names(text).map((pair) => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]))
}

/**
 * The flags that were given on the command line, and no defaults.
 *
 * Shapes: none.
 */
export function given(command: Command): OptionValues {
  return Object.fromEntries(Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === 'cli'))
}
