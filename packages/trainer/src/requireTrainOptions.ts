import { requireCost, type Network } from '@nablajs/backprop'
import { OptionError, PluginError } from '@nablajs/linalg'
import type { EarlyStopping } from './best.js'
import type { Optimizer } from './optimizer.js'
import { requireLearningRate } from './schedule.js'
import type { TrainOptions } from './trainOptions.js'

/**
 * Throws for options with which training cannot be meant.
 *
 * Shapes: counts of epochs and samples, 0 where that is not known. Throws `OptionError` naming the option, `PluginError` for a cost or optimizer that
 * is none.
 */
export function requireTrainOptions(net: Network, size: number, options: TrainOptions): void {
  const { epochs, batchSize, learningRate, seed, cost, optimizer, earlyStopping } = options
  requireWhole('epochs', epochs, 0, Number.MAX_SAFE_INTEGER, 'Give how many times all samples are to be used.')
  requireWhole('batchSize', batchSize, 1, size || Number.MAX_SAFE_INTEGER, `${size ? `There are ${size} samples; t` : 'T'}he book uses batches of 10.`)
  if (batchSize > net.maxBatch) {
    throw new OptionError({
      option: 'batchSize',
      where: 'train, batchSize',
      expected: `at most ${net.maxBatch}, which is the network's maxBatch`,
      got: String(batchSize),
      fix: 'Make the network with a larger { maxBatch }, or use smaller batches.',
    })
  }
  if (seed !== undefined) requireWhole('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'Leave it out for seed 1.')
  if (typeof learningRate !== 'function') requireLearningRate('train', learningRate)
  requireCost('train', cost)
  if (optimizer) requireOptimizer(optimizer)
  if (earlyStopping) requireStopping(earlyStopping)
}

function requireStopping({ patience = 10, minDelta = 0 }: EarlyStopping): void {
  requireWhole('earlyStopping.patience', patience, 1, Number.MAX_SAFE_INTEGER, 'Give after how many epochs without a better one to end.')
  if (Number.isFinite(minDelta) && minDelta >= 0) return
  throw new OptionError({
    option: 'earlyStopping',
    where: 'train, earlyStopping.minDelta',
    expected: 'a finite number of at least 0',
    got: String(minDelta),
    fix: 'Leave it out for 0: any lower value is better.',
  })
}

/**
 * Throws `OptionError` unless the option is a whole number in least … most.
 *
 * Shapes: scalar.
 */
export function requireWhole(option: string, value: number, least: number, most: number, fix: string): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return
  const range = least === Number.MIN_SAFE_INTEGER ? '' : most === Number.MAX_SAFE_INTEGER ? ` of at least ${least}` : ` in ${least} … ${most}`
  throw new OptionError({
    option,
    where: `train, ${option}`,
    expected: `a whole number${range}`,
    got: typeof value === 'string' ? `the text '${String(value)}'` : String(value),
    fix,
  })
}

function requireOptimizer({ name, step }: Optimizer): void {
  if (typeof step === 'function') return
  throw new PluginError({
    plugin: name,
    where: 'train, optimizer',
    expected: 'an optimizer with a step',
    got: name,
    fix: 'Give { optimizer: momentum() }, or leave it out for sgd().',
  })
}
