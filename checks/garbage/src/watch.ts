// One workload in a process of its own: prints how many collections ran during the steps counted.
import { PerformanceObserver } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { run, workloads } from './workload.js'

const [name, steps, control] = process.argv.slice(2)
const workload = workloads().find((candidate) => candidate.name === name)
if (!workload) throw new Error(`no workload '${String(name)}'`)

const collections: number[] = []
const observer = new PerformanceObserver((list) => collections.push(...list.getEntries().map((entry) => entry.startTime)))
observer.observe({ entryTypes: ['gc'] })

/** What the control keeps: one small object a step, which a check that sees anything must see. */
const kept: { current: object | undefined } = { current: undefined }
const allocate = () => {
  kept.current = { step: kept.current !== undefined }
}

// What the warm-up left in the young generation is cleared first: it is the steps that count. (A whole collection would throw
// compiled code away as well.)
const { gc } = globalThis
if (!gc) throw new Error('run with --expose-gc')
// The event loop gets a turn every 12 ms, and a turn takes memory: how many there are depends on the machine. Where time stands still
// for the trainer there are a dozen, and what is counted is what steps take.
const now = performance.now.bind(performance)
performance.now = () => 0

let began = 0
const count = () => {
  gc({ type: 'minor' })
  began = now()
}
await run(workload, Number(steps), count, control === 'control' ? allocate : undefined)
const ended = now()
// The observer is told a little later.
await wait(50)
console.log(collections.filter((time) => time >= began && time <= ended).length)
