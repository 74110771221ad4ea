import type { Matrix } from '@nablajs/linalg'
import type { Samples } from './samples.js'

/**
 * What counts as correct: `argmax` where targets are one-hot over two or more outputs, `threshold` ½ where one output is
 * meant to be 0 or 1, `none` for anything else, such as a regression.
 */
export type Correctness = 'argmax' | 'threshold' | 'none'

/**
 * Reads off the targets what counts as correct.
 *
 * Shapes: targets n_L × size.
 */
export function correctnessOf({ size, targets: { rows, data, scale = 1 } }: Samples): Correctness {
  for (let i = 0; i < size; i++) {
    let ones = 0
    for (let j = 0; j < rows; j++) {
      const y = data[i * rows + j] * scale
      if (y === 1) ones++
      else if (y !== 0) return 'none'
    }
    if (rows > 1 && ones !== 1) return 'none'
  }
  return rows > 1 ? 'argmax' : 'threshold'
}

/**
 * Adds the number of correct columns to a cell.
 *
 * Shapes: a and y n_L × m, correct: one cell.
 */
export function countCorrect(correctness: Correctness, a: Matrix, y: Matrix, correct: Float64Array): void {
  if (correctness === 'none') return
  const { rows, cols } = a
  for (let i = 0; i < cols; i++) {
    const right = correctness === 'argmax' ? y.data[i * rows + argmax(a, i)] === 1 : a.data[i] >= 0.5 === (y.data[i] === 1)
    if (right) correct[0]++
  }
}

function argmax({ rows, data }: Matrix, i: number): number {
  let best = 0
  for (let j = 1; j < rows; j++) if (data[i * rows + j] > data[i * rows + best]) best = j
  return best
}
