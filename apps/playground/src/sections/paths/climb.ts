/** A sum on its way: where each term begins and ends, and the range that shows all of it. */
export interface Climb {
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  readonly least: number
  readonly most: number
}

/** Lays terms end to end from 0, on a range that holds them and the goal. Shapes: a span for each term. Terms that are no numbers are left out of the range. */
export function climb(terms: readonly number[], goal: number): Climb {
  let sum = 0
  const spans = terms.map((term) => {
    const from = sum
    sum += term
    return { from, to: sum }
  })
  const reached = [0, goal, ...spans.map(({ to }) => to)].filter(Number.isFinite)
  const [least, most] = [Math.min(...reached), Math.max(...reached)]
  return least === most ? { spans, least: -1, most: 1 } : { spans, least, most }
}
