import { join } from 'node:path'
import { dataset, evaluate, feedforward, network, quadratic, readIdx, xor } from 'nabla'
import { saveModel } from 'nabla/node'
import type { BadInput } from '../badInput.js'
import { good, numbers, trained } from './table.js'
import { trainedOn, untyped } from './trained.js'

/** 34 – 36, 38, 39: options, sizes, what changes or is not there yet. */
export const optionsAndChanges: readonly BadInput[] = [
  {
    number: 34, given: 'η = 1000, where training diverges', answer: 'error', names: ['step', 'layer', 'sample', 'smaller learning rate', 'last good parameters'],
    files: { 't.csv': numbers }, give: trained('--test', '0', '--optimizer', 'sgd', '--activation', 'relu', '--learning-rate', '1000'),
  },
  { number: 34, given: 'the same, where held-out rows show it first', answer: 'error', names: ['layer', 'sample', 'smaller learning rate'], files: { 't.csv': numbers }, give: trained('--epochs', '100', '--hidden', '16', '--optimizer', 'sgd', '--activation', 'relu', '--learning-rate', '1000') },
  { number: 34, given: 'η = 0', answer: 'error', names: ['learningRate', 'above 0'], give: () => trainedOn({ options: { learningRate: 0 } }) },
  { number: 34, given: 'η = NaN', answer: 'error', names: ['learningRate', 'NaN'], give: () => trainedOn({ options: { learningRate: NaN } }) },
  { number: 34, given: 'η as text, `\'0.1\'`', answer: 'error', names: ['learningRate', '"0.1"'], give: () => trainedOn({ options: { learningRate: untyped('0.1') } }) },
  { number: 34, given: '`--learning-rate 0,1`', answer: 'error', names: ['--learning-rate', 'such as 0.5'], files: { 't.csv': good }, give: trained('--learning-rate', '0,1') },
  ...[0, 2.5, 5].map((batchSize): BadInput => ({ number: 35, given: `batches of ${batchSize}, of 4 samples`, answer: 'error', names: ['train, batchSize', '1 … 4', `got ${batchSize}`], give: () => trainedOn({ options: { batchSize } }) })),
  { number: 35, given: '`--batch 0`', answer: 'error', names: ['--batch', 'at least 1'], files: { 't.csv': good }, give: trained('--batch', '0') },
  { number: 36, given: 'sizes [784]', answer: 'error', names: ['sizes', 'two layers', '[784, 30, 10]'], give: async () => String((await network([784])).L) },
  { number: 36, given: 'sizes [0, 1]', answer: 'error', names: ['layer 1', 'at least 1', 'got 0'], give: async () => String((await network([0, 1])).L) },
  { number: 36, given: '10⁹ neurons', answer: 'error', names: ['sizes', 'GiB', 'smaller'], give: async () => String((await network([784, 1e9, 10])).L) },
  {
    number: 38, given: 'an array that changes while it is trained on', answer: 'policy', policy: 'Samples are looked at, not copied: later steps see the change.', names: ['another cost'],
    async give() {
      const inputs = Float64Array.from(xor().inputs.data)
      const samples = { ...xor(), inputs: { rows: 2, data: inputs } }
      const unchanged = await trainedOn({ samples, options: { epochs: 3 } })
      const changed = await trainedOn({ samples, options: { epochs: 3, onEpoch: () => void inputs.fill(0) } })
      return changed === unchanged ? 'the same cost' : 'another cost'
    },
  },
  {
    number: 38, given: 'an array that gets a NaN while it is trained on', answer: 'error', names: ['epoch 2', 'layer 2', 'sample 1'],
    async give() {
      const inputs = Float64Array.from(xor().inputs.data)
      return trainedOn({ samples: { ...xor(), inputs: { rows: 2, data: inputs } }, options: { epochs: 3, onEpoch: () => void inputs.fill(NaN, 2, 3) } })
    },
  },
  { number: 39, given: 'no `await` before `network` where it is trained', answer: 'error', names: ['net', 'a promise', 'await'], give: () => trainedOn({ net: untyped(network([2, 3, 1])) }) },
  { number: 39, given: 'the same where it is asked', answer: 'error', names: ['feedforward', 'a promise', 'await'], give: () => String(feedforward(untyped(network([2, 3, 1])), [0, 1]).cols) },
  { number: 39, given: 'the same where it is saved', answer: 'error', names: ['a promise', 'await'], give: async ({ folder }) => String(await saveModel(join(folder, 'm.safetensors'), untyped(network([2, 3, 1])))) },
  { number: 39, given: 'no `await` before what reads samples', answer: 'error', names: ['samples', 'a promise', 'await'], give: async () => trainedOn({ net: await network([2, 3, 1]), samples: untyped(Promise.resolve(xor())) }) },
  { number: 39, given: 'no `await` before `readIdx`', answer: 'error', names: ['inputs', 'a promise', 'await'], give: () => String(dataset(untyped(readIdx(new Uint8Array(8)).catch(() => undefined)), [[0]]).size) },
  { number: 39, given: 'no `await` before `evaluate`', answer: 'policy', policy: 'A promise says what it is when printed; TypeScript refuses to read a field of it.', names: ['[object Promise]'], give: async () => Object.prototype.toString.call(evaluate(await network([2, 3, 1]), xor(), { cost: quadratic })) },
]
