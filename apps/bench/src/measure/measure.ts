import { setTimeout } from 'node:timers/promises'
import { wordsOf } from '../child/readTask.js'
import type { Workload } from '../workloads.js'
import type { Competitor } from './competitor.js'
import { Process } from './process.js'
import { rotated } from './rotated.js'

/** What came of one competitor in one workload: rates of the rounds, or why there are none. */
export interface Row {
  readonly workload: string
  readonly id: string
  readonly group: Competitor['group']
  readonly rates: readonly number[]
  readonly cannot?: string
  readonly version?: string
  readonly note?: string
  readonly importMs?: number
  readonly rssMb?: number
  readonly correct?: number
}

/** How rounds are run. */
export interface Rounds {
  readonly folder: string
  readonly repeats: number
  readonly seconds: number
}

/** Where a round takes much longer than it should, three are enough: a competitor is given this many seconds of rounds. */
const ENOUGH = 12
const LEAST_ROUNDS = 3
/** No competitor is waited for longer than this. */
const READY_WITHIN = 120
const ROUND_WITHIN = 60
/** Threads of some libraries go on looking for work for a while after a round: ms to let them fall asleep. */
const PAUSE = 30

interface Runner {
  readonly competitor: Competitor
  readonly process: Process
  readonly facts: object
  readonly rates: number[]
  spent: number
  cannot?: string
}

/**
 * Measures all competitors in one workload. Each is started and warmed up while the others wait; then round after round each runs
 * alone, in an order that rotates.
 */
export async function measure(workload: Workload, competitors: readonly Competitor[], { folder, repeats, seconds }: Rounds): Promise<Row[]> {
  const rows: Row[] = []
  const runners: Runner[] = []
  for (const competitor of competitors) {
    const { id, group, leavesOut, skips, missing } = competitor
    if (skips?.includes(workload.id)) continue
    const reason = missing ?? leavesOut?.[workload.id]
    if (reason !== undefined) {
      rows.push({ workload: workload.id, id, group, rates: [], cannot: reason })
      continue
    }
    const child = new Process(competitor, [...wordsOf(workload), `data=${folder}`, `seconds=${seconds}`])
    const { word, rest } = await child.next(READY_WITHIN)
    if (word === 'ready') {
      runners.push({ competitor, process: child, facts: factsOf(rest), rates: [], spent: 0 })
      continue
    }
    rows.push({ workload: workload.id, id, group, rates: [], cannot: rest })
    child.kill()
  }
  for (let round = 0; round < repeats; round++) {
    for (const runner of rotated(runners, round)) await oneRound(runner)
  }
  for (const runner of runners) rows.push(await rowOf(workload, runner))
  return rows
}

async function oneRound(runner: Runner): Promise<void> {
  if (runner.cannot !== undefined || (runner.spent > ENOUGH && runner.rates.length >= LEAST_ROUNDS)) return
  const started = performance.now()
  runner.process.say('round')
  const { word, rest } = await runner.process.next(ROUND_WITHIN)
  runner.spent += (performance.now() - started) / 1000
  if (word === 'rate') runner.rates.push(Number(rest))
  else runner.cannot = rest
  await setTimeout(PAUSE)
}

async function rowOf(workload: Workload, { competitor: { id, group }, process: child, facts, rates, cannot }: Runner): Promise<Row> {
  const row = { workload: workload.id, id, group, ...facts }
  if (cannot !== undefined) return { ...row, rates: [], cannot }
  child.say('end')
  const { word, rest } = await child.next(ROUND_WITHIN)
  child.kill()
  return { ...row, rates, ...(word === 'end' ? factsOf(rest) : {}) }
}

function factsOf(text: string): object {
  const facts: unknown = JSON.parse(text)
  return typeof facts === 'object' && facts !== null ? facts : {}
}
