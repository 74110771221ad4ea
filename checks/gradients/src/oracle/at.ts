/**
 * Entry i, which must be there: an oracle that reads past an end must not answer NaN.
 *
 * Shapes: `entries` has more than i entries. Throws `RangeError` where it has not.
 */
export function at<T>(entries: { readonly length: number; readonly [index: number]: T }, i: number): T {
  const entry = entries[i]
  if (entry === undefined) throw new RangeError(`no entry ${i} among ${entries.length}`)
  return entry
}
