import { NablaError } from '@nablajs/linalg'
import type { Operations } from './operations.js'

/** The part of a shared memory where jobs are written: 16 whole numbers, then 16 doubles for each thread. */
export const CONTROL_BYTES = 1 << 16
const TICKET = 0
const PENDING = 1
const FAILED = 2
const SLEEPING = 3
const CELLS = 16

/** How long a worker looks for its next job before it sleeps, and how often it looks before it asks the time. */
const AWAKE_MS = 1
const LOOKS = 256
/** A worker that takes this long, and this many times as long as the same share took here, is gone. */
const LOST_MS = 5000
const LOST_TIMES = 20

/**
 * What a worker runs: it links the kernels to the shared memory and does its share of each job. Text, since it has to run
 * where there is no file to load it from.
 */
const PROGRAM = `
const node = globalThis.process?.getBuiltinModule?.('node:worker_threads')
const begin = ({ module, memory, names, at, thread }) => {
  const post = (message) => (node ? node.parentPort : globalThis).postMessage(message)
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const jobs = names.map((name) => exports[name])
  const cells = new Int32Array(memory.buffer, at, ${CELLS})
  const job = new Float64Array(memory.buffer, at + ${CELLS * 4} + ${CELLS * 8} * thread, ${CELLS})
  let ticket = 0
  post('ready')
  for (;;) {
    const until = performance.now() + ${AWAKE_MS}
    for (let looks = 1; Atomics.load(cells, ${TICKET}) === ticket; looks++) {
      if (looks % ${LOOKS} !== 0 || performance.now() < until) continue
      Atomics.add(cells, ${SLEEPING}, 1)
      Atomics.wait(cells, ${TICKET}, ticket)
      Atomics.sub(cells, ${SLEEPING}, 1)
    }
    ticket = Atomics.load(cells, ${TICKET})
    const [kind] = job
    if (kind === -2) return
    if (kind >= 0) {
      try {
        jobs[kind](job[1], job[2], job[3], job[4], job[5], job[6], job[7], job[8], job[9], job[10], job[11], job[12], job[13], job[14], job[15])
      } catch {
        Atomics.store(cells, ${FAILED}, thread)
      }
    }
    Atomics.sub(cells, ${PENDING}, 1)
  }
}
if (node) begin(node.workerData)
else globalThis.onmessage = ({ data }) => begin(data)
`
