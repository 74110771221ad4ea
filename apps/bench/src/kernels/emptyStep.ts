import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { summary } from '../figures/summary.js'
import { table } from '../figures/table.js'
import type { Competitor } from '../measure/competitor.js'
import { measure, type Rounds, type Row } from '../measure/measure.js'
import { work } from '../measure/prepare.js'
import { workloads } from '../workloads.js'

const noOperations: Competitor = {
  id: 'no operations',
  group: 'ours',
  command: process.execPath,
  args: [join(work, 'main.mjs'), `adapter=${pathToFileURL(join(work, 'ours.mjs')).href}`, 'backend=none'],
}

/** Prints what a step of `train` costs with kernels that do nothing: the calls, the order, the sums; beside real steps. */
export async function benchEmptyStep(list: readonly Competitor[], rounds: Rounds): Promise<Row[]> {
  const rows: Row[] = []
  for (const workload of workloads.filter(({ kind }) => kind === 'train')) {
    const beside = list.filter(({ id }) => id === 'wasm exact 1t' || id === 'blas 1t')
    rows.push(...(await measure(workload, [noOperations, ...beside], rounds)))
  }
  const micros = ({ workload, rates }: Row) => {
    const batch = workloads.find(({ id }) => id === workload)?.batch ?? 0
    return [workload, ((1e6 * batch) / summary(rates).median).toFixed(2)]
  }
  console.log('a step of train, µs: kernels that do nothing beside real ones (gathering and the sums of cost are in all)\n')
  const ids = [...new Set(rows.map(({ id }) => id))]
  const columns = [...new Set(rows.map(({ workload }) => workload))]
  const of = (id: string, workload: string) => {
    const row = rows.find((candidate) => candidate.id === id && candidate.workload === workload)
    return row && row.rates.length > 0 ? micros(row)[1] : '–'
  }
  console.log(table([['', ...columns], ...ids.map((id) => [id, ...columns.map((workload) => of(id, workload))])]))
  return rows
}
