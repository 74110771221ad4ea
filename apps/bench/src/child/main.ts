// A competitor in a process of its own. It warms up, says `ready {…}` (or `cannot REASON`), answers each `round` with `rate SAMPLES_PER_SECOND`
// and `end` with `end {…}`. With check=FILE it takes one step instead, writes its parameters there, and is ready.
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { findPace } from './pace.js'
import { readSettings, readTask } from './readTask.js'
import type { Adapter } from './session.js'

const say = (word: string, facts: object | string | number) =>
  process.stdout.write(`${word} ${typeof facts === 'object' ? JSON.stringify(facts) : facts}\n`)

function isAdapter(module: unknown): module is Adapter {
  return typeof module === 'object' && module !== null && 'open' in module && 'version' in module
}

const settings = readSettings(process.argv.slice(2))
const began = performance.now()
const adapter: unknown = await import(settings.adapter)
const importMs = performance.now() - began
if (!isAdapter(adapter)) throw new Error(`${settings.adapter} exports no version and open`)
const task = readTask(settings)
const session = await adapter.open(task)
if ('cannot' in session) {
  say('cannot', session.cannot)
  process.exit(0)
}

const run = async (samples: number) => {
  const started = performance.now()
  await session.run(samples)
  return (performance.now() - started) / 1000
}

const facts = { version: adapter.version, note: session.note ?? '', importMs }
if (settings.check) {
  await session.run(task.batch)
  const parameters = await session.parameters?.()
  if (parameters) writeFileSync(settings.check, parameters)
  say('ready', { ...facts, checked: parameters !== undefined })
  process.exit(0)
}

const { samples } = await findPace(run, session.granularity ?? task.batch, Number(settings.seconds))
say('ready', { ...facts, samples })
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'round') say('rate', samples / (await run(samples)))
  if (line === 'end') break
}
say('end', { rssMb: process.resourceUsage().maxRSS / 1024, correct: session.correct?.() })
process.exit(0)
