import { DataError } from '@nablajs/linalg'
import type { Samples } from './samples.js'

/**
 * Samples with a weight for each by its class. `'balanced'` gives class k the weight size / (classes · samples of class k), so that all
 * classes count as much; a list gives the weights, one for each class.
 *
 * Shapes: targets n_L × size, one-hot, or 1 × size of 0 and 1; the result's weights: 1 × size. Throws `DataError` for targets that name
 * no class, and for another count of weights. Source: King and Zeng, Logistic regression in rare events data (2001).
 */
export function classWeights(samples: Samples, weights: 'balanced' | readonly number[]): Samples & { readonly weights: { rows: 1; data: Float64Array } } {
  const { size, targets } = samples
  const classes = Math.max(2, targets.rows)
  const classOfSample = Array.from({ length: size }, (_, i) => classOf(targets, i))
  const counts = new Float64Array(classes)
  for (const k of classOfSample) counts[k]++
  const present = counts.filter((count) => count > 0).length
  const byClass = weights === 'balanced' ? Array.from(counts, (count) => size / (present * count)) : requireWeights(weights, classes)
  return { ...samples, weights: { rows: 1, data: Float64Array.from(classOfSample, (k) => byClass[k]) } }
}

function classOf({ rows, data, scale = 1 }: Samples['targets'], i: number): number {
  let found = -1
  for (let j = 0; j < rows; j++) {
    const y = data[i * rows + j] * scale
    if (y === 0) continue
    if (y !== 1 || found >= 0) throw noClass(i, rows)
    found = j
  }
  if (rows === 1) return found + 1
  if (found < 0) throw noClass(i, rows)
  return found
}

function requireWeights(weights: readonly number[], classes: number): readonly number[] {
  if (weights.length === classes && weights.every((weight) => Number.isFinite(weight) && weight >= 0)) return weights
  throw new DataError({
    where: 'classWeights, weights',
    expected: `${classes} finite numbers of at least 0, one for each class`,
    got: weights.join(', '),
    fix: "Give one for each class in the order of the outputs, or 'balanced'.",
  })
}

function noClass(sample: number, rows: number): DataError {
  return new DataError({
    sample,
    where: `classWeights, targets, sample ${sample}`,
    expected: rows === 1 ? '0 or 1' : 'one 1 among zeros',
    got: 'other numbers',
    fix: 'Class weights are for classification; give { weights } of your own for a regression.',
  })
}
