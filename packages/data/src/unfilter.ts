/**
 * Undoes the filters of the rows of a PNG image: each row begins with the number of the filter that made it from its neighbours.
 *
 * Shapes: filtered: height · (1 + rowBytes) bytes, `pixelBytes` of them a pixel; returns height · rowBytes bytes, or undefined where
 * a row names no filter. Source: PNG, third edition (W3C), chapter 9.
 */
export function unfilter(filtered: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array | undefined {
  const height = filtered.length / (1 + rowBytes)
  const pixels = new Uint8Array(height * rowBytes)
  for (let row = 0; row < height; row++) {
    const from = row * (1 + rowBytes)
    const to = row * rowBytes
    const filter = filtered[from] ?? 0
    if (filter > 4) return undefined
    for (let k = 0; k < rowBytes; k++) {
      const left = k < pixelBytes ? 0 : (pixels[to + k - pixelBytes] ?? 0)
      const above = row === 0 ? 0 : (pixels[to + k - rowBytes] ?? 0)
      const corner = row === 0 || k < pixelBytes ? 0 : (pixels[to + k - rowBytes - pixelBytes] ?? 0)
      pixels[to + k] = (filtered[from + 1 + k] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return pixels
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, corner)
    default:
      return 0
  }
}

/** Of the three neighbours the nearest to left + above − corner. */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
