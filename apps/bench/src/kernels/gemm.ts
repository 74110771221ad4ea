import { summary } from '../figures/summary.js'
import { table } from '../figures/table.js'
import type { Competitor } from '../measure/competitor.js'
import { measure, type Rounds, type Row } from '../measure/measure.js'
import type { Workload } from '../workloads.js'
import { OPERATIONS } from '../child/peak.js'
import { operationsOf, shapes } from './shapes.js'

const peakOf = (mode: string): Workload => ({ ...shapes[0], id: `peak ${mode}`, kind: 'peak' })

/** Prints GFLOP/s by shape, and what share that is of the core's peak, measured in the same way, or of the bare library. */
export async function benchGemm(list: readonly Competitor[], rounds: Rounds): Promise<Row[]> {
  const chosen = list.filter(({ group }) => group === 'ours' || group === 'c')
  const ids = chosen.map(({ id }) => id)
  const rows: Row[] = []
  const peaks = new Map<string, number>()
  for (const mode of ['exact', 'fast']) {
    const measured = await measure(peakOf(mode), chosen.filter(({ id }) => id === `wasm ${mode} 1t`), rounds)
    rows.push(...measured)
    for (const row of measured) peaks.set(mode, (summary(row.rates).median * OPERATIONS) / 1e9)
  }
  const lines: string[][] = []
  for (const shape of shapes) {
    const measured = await measure(shape, chosen, rounds)
    rows.push(...measured)
    const speeds = new Map(measured.map(({ id, rates }) => [id, (summary(rates).median * operationsOf(shape)) / 1e9]))
    const limit = (id: string) => {
      if (id.startsWith('blas')) return speeds.get(id.replace('blas', 'C OpenBLAS'))
      const peak = peaks.get(/exact|fast/.exec(id)?.[0] ?? '')
      return peak === undefined ? undefined : peak * threadsOf(id)
    }
    lines.push([`${shape.id} ${shape.transposes}`, shape.sizes.join('·'), ...ids.map((id) => cell(speeds.get(id), limit(id)))])
  }
  const found = [...peaks].map(([mode, peak]) => `wasm ${mode} ${peak.toFixed(1)}`).join(', ')
  console.log(`peak of one core in registers, GFLOP/s: ${found}`)
  console.log('GFLOP/s of products by shape; wasm: share of that peak times threads, blas: share of the library called from C\n')
  console.log(table([['', 'm·k·n', ...ids], ...lines]))
  return rows
}

/** The threads that a competitor's name says: `wasm fast 2t Node 24` has two. */
export function threadsOf(id: string): number {
  return Number(/\b(\d+)t\b/.exec(id)?.[1] ?? 1)
}

/** A speed and the share of its limit. */
export function cell(speed: number | undefined, limit: number | undefined): string {
  if (speed === undefined || !Number.isFinite(speed)) return '–'
  return limit === undefined ? speed.toFixed(1) : `${speed.toFixed(1)} ${Math.round((100 * speed) / limit)}%`
}
