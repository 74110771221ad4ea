/** Ends that bars may have: few, so that a bar that is dragged is not measured anew all the time. */
const ENDS = [0.2, 0.5, 1, 2, 5]

/** The end of the scale on which all of these costs are seen. */
export function barScale(costs: readonly number[]): number {
  const most = Math.max(...costs)
  return ENDS.find((end) => end >= most) ?? Math.ceil(most)
}
