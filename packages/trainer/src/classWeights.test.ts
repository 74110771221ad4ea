import { expect, it } from 'vitest'
import { classWeights } from './classWeights.js'

const samples = (rows: number, targets: number[]) => ({
  size: targets.length / rows,
  inputs: { rows: 1, data: new Float32Array(targets.length / rows) },
  targets: { rows, data: Uint8Array.from(targets) },
})
const three = samples(3, [1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0])

it('balances classes as scikit-learn does: size / (classes · count)', () => {
  // sklearn.utils.class_weight.compute_class_weight('balanced', classes=[0, 1], y=[0, 0, 1, 0]) of 1.2.1
  expect([...classWeights(three, 'balanced').weights.data]).toEqual([2 / 3, 2 / 3, 2, 2 / 3])
  expect([...classWeights(samples(1, [0, 0, 1, 0]), 'balanced').weights.data]).toEqual([2 / 3, 2 / 3, 2, 2 / 3])
})

it('takes a weight for each class', () => {
  expect([...classWeights(three, [1, 5, 9]).weights.data]).toEqual([1, 1, 5, 1])
})

it('refuses another count of weights, and targets that name no class', () => {
  expect(() => classWeights(three, [1, 2])).toThrow('expected 3 finite numbers of at least 0')
  expect(() => classWeights(three, [1, 2, -1])).toThrow('got 1, 2, -1')
  expect(() => classWeights(samples(2, [1, 0, 1, 1]), 'balanced')).toThrow('classWeights, targets, sample 1')
  expect(() => classWeights(samples(2, [1, 0, 0, 0]), 'balanced')).toThrow('one 1 among zeros')
  expect(() => classWeights(samples(1, [0, 3]), 'balanced')).toThrow('0 or 1')
})
