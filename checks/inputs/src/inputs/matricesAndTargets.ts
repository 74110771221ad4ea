import { backprop, crossEntropy, dataset, feedforward, fromColumns, fromRows, linear, network, oneHot, quadratic } from 'nabla'
import type { BadInput } from '../badInput.js'
import { good, numbers, trained, trainedAloud } from './table.js'
import { trainedOn, untyped } from './trained.js'

const threeRows = fromRows([[1, 2], [3, 4], [5, 6]])
const twoSquare = [[1, 2], [3, 4]]
/** 30 – 33: matrices, types, targets and costs. */
export const matricesAndTargets: readonly BadInput[] = [
  { number: 30, given: 'a matrix of three rows where columns are meant', answer: 'error', names: ['feedforward, X', 'samples of 2 numbers', 'got 3 × 2', 'column is a sample'], give: async () => String(feedforward(await network([2, 3, 1]), threeRows).cols) },
  { number: 30, given: 'as many rows as a sample has numbers', answer: 'error', names: ['feedforward, X', 'look like rows', 'transpose'], give: async () => String(feedforward(await network([2, 3, 1]), fromColumns([[1, 2, 3], [4, 5, 6]])).cols) },
  { number: 30, given: 'a plain array of arrays', answer: 'error', names: ['feedforward, X', 'array of 2 arrays', 'fromColumns'], give: async () => String(feedforward(await network([2, 3, 1]), untyped([[1, 2], [3, 4]])).cols) },
  { number: 30, given: 'a square array whose inner arrays are columns of a table', answer: 'policy', policy: 'Nothing can tell: an inner array is always a sample.', names: ['sample 0 is 1, 2'], give: () => `sample 0 is ${dataset(twoSquare, [[0], [1]]).inputs.data.slice(0, 2).join(', ')}` },
  { number: 30, given: 'the same with as many targets as rows of a table that is not square', answer: 'error', names: ['targets', 'expected 2, one for each sample', 'inner array'], give: () => String(dataset([[1, 2, 3], [4, 5, 6]], [[0], [1], [1]]).size) },
  { number: 31, given: 'a float64 matrix to a float32 network', answer: 'error', names: ['feedforward, X', 'float32', 'dtype'], give: async () => String(feedforward(await network([2, 3, 1]), fromColumns(twoSquare, { dtype: 'float64' })).cols) },
  {
    number: 31, given: 'a Float64Array in samples for a float32 network', answer: 'policy', policy: 'Rounded to float32 as it is loaded; a number beyond float32 is an error that names its sample.', names: ['0.10000000149011612'],
    async give() {
      const net = await network([1, 1], { activation: linear })
      net.parameters.set([1, 0])
      return String(feedforward(net, { rows: 1, data: Float64Array.of(0.1) }).get(0, 0))
    },
  },
  { number: 31, given: '1e300 to a float32 network', answer: 'error', names: ['sample 1', 'row 0', '1e+300'], give: async () => String(feedforward(await network([1, 1]), { rows: 1, data: Float64Array.of(1, 1e300) }).cols) },
  { number: 32, given: 'labels 0 … 9 as targets of ten outputs', answer: 'error', names: ['train, targets', 'oneHot(labels, 10)'], give: async () => trainedOn({ net: await network([2, 4, 10]), samples: dataset([[0, 1], [1, 0]], [[3], [9]]) }) },
  { number: 32, given: 'the same to backprop', answer: 'error', names: ['backprop, Y', 'oneHot(labels, 10)'], give: async () => String(backprop(await network([2, 4, 10]), quadratic, fromColumns([[0, 1], [1, 0], [1, 1]]), [3, 9, 1]).cost) },
  { number: 32, given: 'labels from 1 to oneHot', answer: 'error', names: ['labels, sample 1', '0 … 9', 'from 0'], give: () => String(oneHot([1, 10], 10).rows) },
  { number: 33, given: 'softmax with the quadratic cost', answer: 'policy', policy: 'Trained, with a warning.', names: ['CAREFUL'], files: { 't.csv': good }, give: trainedAloud('--cost', 'quadratic') },
  { number: 33, given: 'sigmoid with log-likelihood', answer: 'policy', policy: 'Trained, with a warning.', names: ['CAREFUL'], files: { 't.csv': good }, give: trainedAloud('--output', 'sigmoid') },
  { number: 33, given: 'tanh with cross-entropy', answer: 'policy', policy: 'Trained, with a warning; outputs are taken to lie in 0 … 1.', names: ['CAREFUL'], files: { 't.csv': good }, give: trainedAloud('--output', 'tanh', '--cost', 'crossEntropy') },
  { number: 33, given: 'targets −1 and +1 for cross-entropy', answer: 'error', names: ['train, targets, sample 0, row 0', 'in 0 … 1'], give: async () => trainedOn({ net: await network([2, 4, 1]), samples: dataset([[0, 1], [1, 0]], [[-1], [1]]), options: { cost: crossEntropy } }) },
  { number: 33, given: 'bytes 0 … 255 as targets for cross-entropy, without a scale', answer: 'error', names: ['train, targets, sample 1, row 0', 'got 255'], give: async () => trainedOn({ samples: { ...dataset([[0, 1], [1, 0]], [[0], [1]]), targets: { rows: 1, data: Uint8Array.of(0, 255) } }, options: { cost: crossEntropy } }) },
  { number: 33, given: 'numbers to predict, with cross-entropy', answer: 'error', names: ['targets, sample', 'in 0 … 1'], files: { 't.csv': numbers }, give: trained('--cost', 'crossEntropy') },
]

