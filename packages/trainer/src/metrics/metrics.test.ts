import { expect, it } from 'vitest'
import fc from 'fast-check'
import { fromColumns, type Matrix } from '@nablajs/linalg'
import { accuracy } from './accuracy.js'
import { confusionMatrix } from './confusionMatrix.js'
import { meanAbsoluteError, meanSquaredError } from './meanError.js'
import type { Metric } from './metric.js'
import { precisionRecall } from './precisionRecall.js'
import { rSquared } from './rSquared.js'
import { beginMetrics } from './tallies.js'
import { topK } from './topK.js'

const columns = (data: number[][]): Matrix => fromColumns(data, { dtype: 'float64' })
const oneHot = (classes: number[], count: number) => columns(classes.map((k) => Array.from({ length: count }, (_, j) => (j === k ? 1 : 0))))

function of<Value>(metric: Metric<Value>, a: Matrix, y: Matrix): Value {
  const tally = metric.begin(a.rows)
  tally.add(a, y)
  return tally.value()
}

// The expected numbers of this file were made by scikit-learn 1.2.1, sklearn.metrics.
const truth = [0, 1, 2, 2, 1, 0, 2, 1, 0, 2, 2]
const taken = [0, 2, 2, 2, 1, 1, 2, 0, 0, 0, 0]

it('confusionMatrix, precisionRecall and accuracy are those of scikit-learn', () => {
  const [a, y] = [oneHot(taken, 3), oneHot(truth, 3)]
  expect(of(confusionMatrix(), a, y)).toEqual([[2, 1, 0], [1, 1, 1], [2, 0, 3]])
  const { classes, macro, weighted } = of(precisionRecall(), a, y)
  expect(classes.map(({ precision }) => precision)).toEqual([0.4, 0.5, 0.75])
  expect(classes.map(({ recall }) => recall)).toEqual([2 / 3, 1 / 3, 0.6])
  expect(classes.map(({ f1 }) => f1)).toEqual([0.5, 0.4, expect.closeTo(2 / 3, 15)])
  expect(classes.map(({ support }) => support)).toEqual([3, 3, 5])
  expect(macro).toEqual({ precision: expect.closeTo(0.55, 15), recall: expect.closeTo(0.5333333333333333, 15), f1: expect.closeTo(0.5222222222222223, 15), support: 11 })
  expect(weighted).toEqual({ precision: expect.closeTo(0.5863636363636364, 15), recall: expect.closeTo(0.5454545454545454, 15), f1: expect.closeTo(0.5484848484848485, 15), support: 11 })
  expect(of(accuracy(), a, y)).toBe(6 / 11)
})

it('a class that is never answered scores 0, as with zero_division=0', () => {
  expect(of(precisionRecall(), oneHot([0, 0, 0], 2), oneHot([0, 0, 1], 2)).classes).toEqual([
    { precision: expect.closeTo(2 / 3, 15), recall: 1, f1: expect.closeTo(0.8, 15), support: 2 },
    { precision: 0, recall: 0, f1: 0, support: 1 },
  ])
})

it('one output tells two classes apart at ½', () => {
  const [a, y] = [columns([[0.5], [0.49], [0.9], [0.1]]), columns([[1], [1], [1], [0]])]
  expect(of(confusionMatrix(), a, y)).toEqual([[1, 0], [1, 2]])
  expect(of(accuracy(), a, y)).toBe(0.75)
})

it('topK is top_k_accuracy_score, and of equal outputs the first is the larger', () => {
  const a = columns([[0.5, 0.2, 0.2, 0.1], [0.3, 0.4, 0.2, 0.1], [0.2, 0.4, 0.3, 0.1], [0.7, 0.1, 0.15, 0.05]])
  const y = oneHot([0, 1, 2, 3], 4)
  expect([1, 2, 3, 4].map((k) => of(topK(k), a, y))).toEqual([0.5, 0.75, 0.75, 1])
  const equal = columns([[0.4, 0.4, 0.2]])
  expect(of(topK(1), equal, oneHot([0], 3))).toBe(1)
  expect(of(topK(1), equal, oneHot([1], 3))).toBe(0)
})

it('the errors and R² of a regression are those of scikit-learn', () => {
  const y = columns([[3, -0.5], [2, 0.25], [7, 1], [-1, 6]])
  const a = columns([[2.5, 0], [0, 0.5], [8, 1.5], [-2, 5]])
  expect(of(meanSquaredError(), a, y)).toBe(0.9765625)
  expect(of(meanAbsoluteError(), a, y)).toBe(0.84375)
  expect(of(rSquared(), a, y)).toBeCloseTo(0.8744415149381812, 15)
  expect(of(rSquared(), columns([[2], [2], [2]]), columns([[2], [2], [2]]))).toBe(1)
  expect(of(rSquared(), columns([[1], [2], [3]]), columns([[2], [2], [2]]))).toBe(0)
})

it('gives the same by pieces as at once', () => {
  const sample = fc.tuple(fc.nat(2), fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(sample, { minLength: 2, maxLength: 20 }), fc.nat(), (samples, seed) => {
      const [a, y] = [columns(samples.map(([, output]) => output)), oneHot(samples.map(([k]) => k), 3)]
      const cut = 1 + (seed % (samples.length - 1))
      for (const metric of [accuracy(), topK(2), confusionMatrix(), precisionRecall(), meanSquaredError(), rSquared()]) {
        const tally = metric.begin(3)
        tally.add(a.columns(0, cut), y.columns(0, cut))
        tally.add(a.columns(cut, a.cols), y.columns(cut, a.cols))
        expect(tally.value()).toEqual(of(metric as Metric, a, y))
      }
    }),
  )
})

it('puts values under the names that were given, and refuses what is no metric', () => {
  const tallies = beginMetrics('evaluate', { top2: topK(2), share: accuracy() }, 3)
  tallies.add(oneHot([0, 1], 3), oneHot([0, 2], 3))
  expect(tallies.values()).toEqual({ top2: 0.5, share: 0.5 })
  // @ts-expect-error a maker is no metric
  expect(() => beginMetrics('evaluate', { accuracy }, 3)).toThrow('Write { accuracy: topK(5) }, a metric and not its maker')
  expect(() => topK(4).begin(3)).toThrow('a whole number in 1 … 3')
  expect(() => topK(1).begin(1)).toThrow('Use accuracy()')
})
