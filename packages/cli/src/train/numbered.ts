/**
 * Labels as numbers, in the order in which they come.
 *
 * Shapes: a number for each label.
 */
export function numbered(labels: readonly string[]): number[] {
  const order = new Map<string, number>()
  return labels.map((label) => {
    const known = order.get(label) ?? order.size
    order.set(label, known)
    return known
  })
}
