/** The numbers of a weighted sum laid end to end: where each term begins and ends, and the range that shows all of it. */
export interface SumScale {
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  readonly least: number
  readonly most: number
}

/** Less is not drawn, so that σ is seen whole. */
const SIGMOID_RANGE = 5

/** Lays terms end to end from 0. Shapes: one span for each term; the last ends at their sum. */
export function sumScale(terms: readonly number[]): SumScale {
  let sum = 0
  const spans = terms.map((term) => {
    const from = sum
    sum += term
    return { from, to: sum }
  })
  const reached = spans.map(({ to }) => to)
  return { spans, least: Math.min(-SIGMOID_RANGE, ...reached), most: Math.max(SIGMOID_RANGE, ...reached) }
}
