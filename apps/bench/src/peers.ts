import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeData } from './data/writeData.js'
import { chart } from './figures/chart.js'
import { short } from './figures/short.js'
import { summary } from './figures/summary.js'
import { chosenCompetitors } from './measure/chosen.js'
import { measure, type Row } from './measure/measure.js'
import { work } from './measure/prepare.js'
import type { Options } from './options.js'
import { compared } from './report/compared.js'
import { goals } from './report/floors.js'
import { describe, machine } from './report/machine.js'
import { showAbsent, showComparisons, showMedians, showRows } from './report/show.js'
import { workloads } from './workloads.js'

/** W1 … W7 for ours and the peers, in one run: tables on the way, figures.json and figures.svg at the end. */
export async function benchPeers({ workloads: wanted, peers, repeats, seconds, out }: Options): Promise<void> {
  const started = performance.now()
  const here = machine()
  const list = await chosenCompetitors(peers)
  const chosen = workloads.filter(({ id }) => wanted.length === 0 || wanted.includes(id))
  const folder = join(work, 'data')
  await writeData(folder, chosen)
  console.log(describe(here))
  console.log(`samples a second: the median of ${repeats} rounds of about ${seconds} s, interleaved, and the least and most; ours are shuffled, the peers not\n`)
  const rows: Row[] = []
  for (const workload of chosen) {
    const measured = await measure(workload, list, { folder, repeats, seconds })
    rows.push(...measured)
    console.log(`${workload.id}: ${workload.title}\n${showRows(measured)}\n`)
  }
  const comparisons = compared(goals, rows)
  console.log(showMedians(rows))
  console.log(`\n${showComparisons(comparisons)}`)
  console.log(`\nnot measured\n${showAbsent(rows) || '  none'}`)
  console.log(`\nversions: ${versionsOf(rows)}`)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'figures.json'), `${JSON.stringify({ machine: here, repeats, seconds, rows, comparisons }, null, 1)}\n`)
  const panels = chosen.map(({ id, title }) => ({
    title: `${id}: ${title}, samples/s`,
    bars: rows.filter(({ workload }) => workload === id).map((row) => ({ name: row.id, ...summary(row.rates), ours: row.group === 'ours' })),
  }))
  writeFileSync(join(out, 'figures.svg'), chart(`Samples a second on ${here.cpu}, ${here.cores} cores`, panels, short))
  const minutes = (performance.now() - started) / 60_000
  console.log(`${comparisons.filter(({ reached }) => reached).length} of ${comparisons.length} goals reached; ${minutes.toFixed(1)} minutes; ${out}`)
}

function versionsOf(rows: readonly Row[]): string {
  const versions = rows.filter(({ version, group }) => version !== undefined && group !== 'ours' && group !== 'hand')
  return [...new Set(versions.map(({ id, version }) => `${id.replace(/ \dt$/, '')} ${version}`))].join(', ')
}
