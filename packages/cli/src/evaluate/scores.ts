import type { Target } from '@nablajs/data'
import type { Evaluation } from '@nablajs/trainer'
import { accuracy, confusionMatrix, meanAbsoluteError, precisionRecall, rSquared, type Metrics, type PrecisionRecall } from '@nablajs/trainer'
import { confusionTable } from './confusionTable.js'
import { textTable } from '../terminal/textTable.js'
import { printable, type Terminal } from '../terminal/terminal.js'

/** What held-out rows say about a model. */
export interface Scores {
  readonly cost: number
  readonly accuracy?: number
  readonly confusion?: number[][]
  readonly classes?: PrecisionRecall
  readonly rSquared?: number
  readonly meanAbsoluteError?: number
}

/**
 * What is measured of a classification, and of a regression.
 *
 * Shapes: none.
 */
export function metricsFor(task: 'classes' | 'numbers'): Metrics {
  return task === 'classes'
    ? { accuracy: accuracy(), confusion: confusionMatrix(), classes: precisionRecall() }
    : { rSquared: rSquared(), meanAbsoluteError: meanAbsoluteError() }
}

/**
 * The scores of an evaluation with those metrics.
 *
 * Shapes: none.
 */
export function scoresOf({ cost, metrics = {} }: Evaluation): Scores {
  return { cost, ...metrics }
}

/**
 * Shows the scores: the confusion matrix and how well each class is found, or how near the numbers are.
 *
 * Shapes: `target`: what the outputs mean.
 */
export function showScores(scores: Scores, size: number, target: Target, out: Terminal): void {
  const { accuracy, confusion, classes: found, rSquared, meanAbsoluteError } = scores
  if (target.kind === 'classes' && confusion && accuracy !== undefined) {
    out.show(`${Math.round(accuracy * size)} of ${size} rows right, ${(100 * accuracy).toFixed(1)} %\n`)
    out.show(confusionTable(confusion, target.classes))
  }
  if (target.kind === 'classes' && found && target.classes.length > 2) {
    const rows = found.classes.map(({ precision, recall, f1, support }, k) => [printable(target.classes[k] ?? ''), precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), String(support)])
    out.show(`\n${textTable(['', 'precision', 'recall', 'F₁', 'rows'], rows)}`)
  }
  if (target.kind === 'numbers' && rSquared !== undefined && meanAbsoluteError !== undefined) {
    const [only] = target.columns
    const unit = target.columns.length === 1 && only ? `${(meanAbsoluteError * only.deviation).toPrecision(4)} ${printable(only.name)}` : `${meanAbsoluteError.toPrecision(3)} standard deviations`
    out.show(`R² ${rSquared.toFixed(4)}, mean absolute error ${unit}, over ${size} rows`)
  }
}
