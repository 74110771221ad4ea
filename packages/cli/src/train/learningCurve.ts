import plot from 'simple-ascii-chart'
import type { Epoch } from '@nablajs/trainer'

const MARGIN = 14
const NARROWEST = 20
const WIDEST = 64
const HEIGHT = 10

/**
 * The cost after each epoch as a chart; nothing where there are fewer than two points to join. With colours both curves, that of training and
 * that of the held-out rows; without, where they could not be told apart, the second if there is one.
 *
 * Shapes: history: one epoch after another; width: columns of the terminal; returns text.
 */
export function learningCurve(history: readonly Epoch[], width: number, coloured: boolean): string {
  const curves = [
    { label: 'training', points: points(history, ({ cost }) => cost) },
    { label: 'held out', points: points(history, ({ test }) => test?.cost) },
  ].filter(({ points }) => points.length > 1).slice(coloured ? 0 : -1)
  if (curves.length === 0) return ''
  const all = curves.flatMap(({ points }) => points.map(([, y]) => y))
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const chart = plot(
    curves.map(({ points }) => points),
    {
      title: `cost by epoch: ${curves.map(({ label }, i) => `${label} ${coloured ? (SIGNS[i]?.colour ?? '') : ''}`.trim()).join(', ')}`,
      width: Math.max(NARROWEST, Math.min(WIDEST, width - MARGIN)),
      height: HEIGHT,
      // A flat curve has no range of its own to be drawn in.
      yRange: high > low ? [low, high] : [low - 1, high + 1],
      customYAxisTicks: [low, (low + high) / 2, high],
      customXAxisTicks: ticks(history),
      formatter: (value, { axis }) => (axis === 'y' ? value.toPrecision(3) : value),
      ...(coloured ? { color: SIGNS.map(({ ansi }) => ansi).slice(0, curves.length) } : {}),
    },
  )
  // The library pads lines to one length and begins with empty ones.
  return chart.replaceAll(/ +$/gm, '').replace(/^\n+/, '').trimEnd()
}

const SIGNS = [
  { ansi: 'ansiCyan', colour: '(cyan)' },
  { ansi: 'ansiYellow', colour: '(yellow)' },
] as const

function points(history: readonly Epoch[], of: (epoch: Epoch) => number | undefined): [number, number][] {
  return history.flatMap((epoch): [number, number][] => {
    const y = of(epoch)
    // The library throws at what is not finite.
    return y !== undefined && Number.isFinite(y) ? [[epoch.number, y]] : []
  })
}

function ticks(history: readonly Epoch[]): number[] {
  const step = Math.max(1, Math.ceil(history.length / 6))
  return history.map(({ number }) => number).filter((_, i) => i % step === 0)
}
