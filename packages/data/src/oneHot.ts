import { DataError, OptionError } from '@nablajs/linalg'

/**
 * Labels as targets: the column of label k is 1 in row k, counted from 0, and 0 elsewhere.
 *
 * Shapes: labels: m whole numbers of 0 … classes − 1; returns classes × m, in bytes. Throws `DataError` naming the first
 * label out of range, `OptionError` for a number of classes that is not whole and at least 1.
 */
export function oneHot(labels: ArrayLike<number>, classes: number): { rows: number; data: Uint8Array } {
  if (!Number.isSafeInteger(classes) || classes < 1) {
    throw new OptionError({
      option: 'classes',
      where: 'oneHot, classes',
      expected: 'a whole number of at least 1',
      got: String(classes),
      fix: 'Give the number of classes: 10 for digits.',
    })
  }
  const wrong = Array.prototype.findIndex.call(labels, (k: number) => !(Number.isInteger(k) && k >= 0 && k < classes))
  if (wrong >= 0) {
    throw new DataError({
      sample: wrong,
      where: `labels, sample ${wrong}`,
      expected: `a whole number of 0 … ${classes - 1}`,
      got: String(labels[wrong]),
      fix: 'Number the classes from 0, or give a larger number of classes.',
    })
  }
  const data = new Uint8Array(classes * labels.length)
  for (let i = 0; i < labels.length; i++) data[(labels[i] ?? 0) + i * classes] = 1
  return { rows: classes, data }
}
