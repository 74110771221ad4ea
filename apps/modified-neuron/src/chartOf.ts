import plot from 'simple-ascii-chart'

/** A chart is 12 lines high and fits 80 columns. */
const SIZE = { width: 60, height: 8 }

/**
 * A curve as a chart whose axis begins at 0 and ends at `top`, so that two of them compare.
 *
 * Shapes: curve: one number for each epoch; returns lines of text.
 */
export function chartOf(title: string, curve: readonly number[], top: number): string {
  const chart = plot(
    curve.map((cost, i): [number, number] => [i + 1, cost]),
    {
      ...SIZE,
      title,
      yRange: [0, top],
      customXAxisTicks: [1, Math.ceil(curve.length / 2), curve.length],
      customYAxisTicks: [0, top / 2, top],
      formatter: (value, { axis }) => (axis === 'y' ? value.toFixed(3) : value),
    },
  )
  // The library pads lines to one length and begins with empty ones.
  return chart.replaceAll(/ +$/gm, '').trim()
}
