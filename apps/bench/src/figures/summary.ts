/** Rates of several rounds in three numbers. */
export interface Summary {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** The median (the mean of the middle two where their count is even), the least and the most; NaN of none. */
export function summary(numbers: readonly number[]): Summary {
  const sorted = [...numbers].sort((p, q) => p - q)
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2,
    min: at(sorted, 0),
    max: at(sorted, sorted.length - 1),
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? NaN
}
