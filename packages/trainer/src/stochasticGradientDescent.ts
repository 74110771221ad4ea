import type { Network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import type { Samples } from './samples.js'
import type { Epoch, TestedEpoch } from './epoch.js'
import { train } from './train.js'

/**
 * The book's `SGD`, for its readers: trains for some epochs on minibatches in random order with learning rate η, and
 * evaluates after each epoch where test samples are given. A promise of what every epoch came to.
 *
 * Shapes: inputs n_1 × size, targets n_L × size. Throws as `train` does.
 *
 * Source: chapter 1, the class Network; chapter 2, the minibatch algorithm.
 */
export function stochasticGradientDescent(
  net: Network,
  training: Samples,
  epochs: number,
  batchSize: number,
  eta: number,
  options: { cost: Cost; test: Samples },
): Promise<TestedEpoch[]>
/** The same without test samples: an epoch then has no `test`. Shapes: as above. */
export function stochasticGradientDescent(
  net: Network,
  training: Samples,
  epochs: number,
  batchSize: number,
  eta: number,
  options: { cost: Cost; test?: Samples },
): Promise<Epoch[]>
/** Both of the above. Shapes: as above. */
export async function stochasticGradientDescent(
  net: Network,
  training: Samples,
  epochs: number,
  batchSize: number,
  eta: number,
  { cost, test }: { cost: Cost; test?: Samples },
): Promise<Epoch[]> {
  const done: Epoch[] = []
  const options = { cost, epochs, batchSize, learningRate: eta, ...(test ? { test } : {}) }
  for await (const epoch of train(net, training, options)) done.push(epoch)
  return done
}
