/** A range of numbers with a grid, on which every way of changing one lands. */
export interface Steps {
  readonly least: number
  readonly most: number
  readonly step: number
}

/** The value a number of steps further on the grid, within the range: 0.42 and a step of 0.1 give 0.5, then 0.6. */
export function stepped(value: number, count: number, { least, most, step }: Steps): number {
  if (count === 0) return value
  // The inverse of a decimal step is whole, and dividing by it gives the double that is written so: 3 / 10 and not 3 · 0.1.
  const perUnit = 1 / step
  const position = value * perUnit
  const rounded = Math.round(position)
  const onGrid = Math.abs(position - rounded) < 1e-9 ? rounded : count > 0 ? Math.floor(position) : Math.ceil(position)
  const next = Number.isInteger(Math.round(perUnit)) && perUnit >= 1 ? (onGrid + count) / Math.round(perUnit) : (onGrid + count) * step
  return Math.min(most, Math.max(least, next)) + 0
}
