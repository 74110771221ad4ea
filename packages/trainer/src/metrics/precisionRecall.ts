import { confusionMatrix } from './confusionMatrix.js'
import type { Metric } from './metric.js'

/** How well one class is found. A share of nothing is 0. */
export interface ClassScore {
  /** Of the samples taken for this class, the share that are of it. */
  readonly precision: number
  /** Of the samples of this class, the share that were taken for it. */
  readonly recall: number
  /** F₁ = 2 · precision · recall / (precision + recall). */
  readonly f1: number
  /** Samples of this class. */
  readonly support: number
}

/** Precision, recall and F₁ of each class, and two means of them. */
export interface PrecisionRecall {
  readonly classes: readonly ClassScore[]
  /** The plain mean over classes; support is the count of all samples. */
  readonly macro: ClassScore
  /** The mean weighted by support. */
  readonly weighted: ClassScore
}

/**
 * Precision, recall and F₁.
 *
 * Shapes: outputs and targets n_L × m. Source: van Rijsbergen, Information Retrieval (1979), with β = 1.
 */
export function precisionRecall(): Metric<PrecisionRecall> {
  return {
    name: 'precision and recall',
    begin(outputs) {
      const confusion = confusionMatrix().begin(outputs)
      return { add: (a, y) => confusion.add(a, y), value: () => scores(confusion.value()) }
    },
  }
}

/**
 * The scores that a confusion matrix comes to.
 *
 * Shapes: counts: classes × classes, row j the samples of class j.
 */
export function scores(counts: readonly (readonly number[])[]): PrecisionRecall {
  const classes = counts.map((row, j) => {
    const support = sum(row)
    const precision = share(row[j], sum(counts.map((other) => other[j])))
    const recall = share(row[j], support)
    return { precision, recall, f1: share(2 * precision * recall, precision + recall), support }
  })
  return { classes, macro: meanOf(classes, () => 1), weighted: meanOf(classes, ({ support }) => support) }
}

function meanOf(classes: readonly ClassScore[], weightOf: (score: ClassScore) => number): ClassScore {
  const total = sum(classes.map(weightOf))
  const mean = (of: (score: ClassScore) => number) => share(sum(classes.map((score) => weightOf(score) * of(score))), total)
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
    support: sum(classes.map(({ support }) => support)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
