/** The vertical scale of a curve. */
export interface Scale {
  readonly ticks: readonly number[]
  /** Where a value lies, 0 at the lowest tick and 1 at the highest. */
  at(value: number): number
}
