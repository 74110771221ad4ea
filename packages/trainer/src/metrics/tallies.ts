import { PluginError, type Matrix } from '@nablajs/linalg'
import type { Metrics, Tally } from './metric.js'

/** Metrics at work on one set of samples. */
export interface Tallies {
  add(a: Matrix, y: Matrix): void
  values(): Readonly<Record<string, unknown>>
}

/**
 * Begins all metrics.
 *
 * Shapes: outputs: n_L. Throws `PluginError` for what is no metric.
 */
export function beginMetrics(where: string, metrics: Metrics, outputs: number): Tallies {
  const tallies = Object.entries(metrics).map(([name, metric]): readonly [string, Tally<unknown>] => {
    if (typeof metric?.begin !== 'function') throw noMetric(where, name, metric)
    return [name, metric.begin(outputs)]
  })
  return {
    add(a, y) {
      for (const [, tally] of tallies) tally.add(a, y)
    },
    values: () => Object.fromEntries(tallies.map(([name, tally]) => [name, tally.value()])),
  }
}

function noMetric(where: string, name: string, metric: unknown): PluginError {
  return new PluginError({
    plugin: name,
    where: `${where}, metrics.${name}`,
    expected: 'a metric with begin',
    got: typeof metric === 'function' ? 'a function' : String(metric),
    fix: `Write { ${name}: topK(5) }, a metric and not its maker.`,
  })
}
