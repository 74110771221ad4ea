import plot from 'simple-ascii-chart'
import { width } from './terminal.js'

/** Columns that the axis and its labels take. */
const MARGIN = 12
/** Columns of the curve itself. */
const NARROWEST = 20
const WIDEST = 60

/**
 * The accuracy after each epoch as a chart; nothing where there are fewer than two points to join.
 *
 * Shapes: accuracy: one number of 0 … 1 for each epoch; returns text.
 */
export function accuracyChart(accuracy: readonly number[]): string {
  if (accuracy.length < 2) return ''
  const percent = accuracy.map((share) => 100 * share)
  const [low, high] = [Math.min(...percent), Math.max(...percent)]
  const chart = plot(
    percent.map((y, i): [number, number] => [i + 1, y]),
    {
      title: 'Test digits read right, in %, by epoch',
      width: Math.max(NARROWEST, Math.min(WIDEST, width() - MARGIN)),
      height: 10,
      // A flat curve has no range of its own to be drawn in.
      yRange: high > low ? [low, high] : [low - 1, high + 1],
      customXAxisTicks: ticks(accuracy.length),
      customYAxisTicks: [low, (low + high) / 2, high],
      formatter: (value, { axis }) => (axis === 'y' ? value.toFixed(1) : value),
    },
  )
  // The library pads lines to one length and begins with empty ones.
  return chart.replaceAll(/ +$/gm, '').trim()
}

function ticks(epochs: number): number[] {
  const step = Math.max(1, Math.ceil(epochs / 6))
  return Array.from({ length: Math.ceil(epochs / step) }, (_, i) => 1 + i * step)
}
