import { SHARES_AT } from './memory.js'

/** Numbers of a share: which operation, then up to 15 arguments. */
export const SHARE = 16
/** Shares of an operation for each thread: whoever is free takes the next, so that one that is held up keeps nobody waiting long. */
export const SHARES_A_THREAD = 2

/** How many whole numbers threads have to talk by. These are their places. */
export const CELLS = 16
/** Counts the operations that were offered. */
export const TICKET = 0
/** The next share that nobody has taken. */
export const NEXT = 1
/** How many shares are done. */
export const DONE = 2
/** 1 where a kernel threw. */
export const FAILED = 3
/** How many workers sleep. */
export const SLEEPING = 4
/** 1 when workers are to end. */
export const ENDED = 5

/** How long a worker looks for its next job before it sleeps, and how often it looks before it asks the time. */
const AWAKE_MS = 0.3
const LOOKS = 256

/**
 * What a worker runs: it links the kernels to the shared memory and takes shares of each operation. It is text, since it has to run
 * where there is no file to load it from.
 *
 * Shapes: 16 numbers a share.
 */
export function workerProgram(): string {
  return `
const node = globalThis.process?.getBuiltinModule?.('node:worker_threads')
const port = node ? node.parentPort : globalThis
const begin = ({ products, columnwise, memory, names, count }) => {
  const link = (module) => new WebAssembly.Instance(module, { env: { memory } }).exports
  const exported = { ...link(products), ...link(columnwise) }
  const kinds = names.map((name) => exported[name])
  const cells = new Int32Array(memory.buffer, ${SHARES_AT}, ${CELLS})
  const shares = new Float64Array(memory.buffer, ${SHARES_AT + 4 * CELLS}, ${SHARE} * count)
  port.postMessage('begun')
  for (let ticket = 0; Atomics.load(cells, ${ENDED}) === 0; ) {
    const until = performance.now() + ${AWAKE_MS}
    for (let looks = 1; Atomics.load(cells, ${TICKET}) === ticket; looks++) {
      if (looks % ${LOOKS} !== 0 || performance.now() < until) continue
      Atomics.add(cells, ${SLEEPING}, 1)
      Atomics.wait(cells, ${TICKET}, ticket)
      Atomics.sub(cells, ${SLEEPING}, 1)
    }
    ticket = Atomics.load(cells, ${TICKET})
    for (let share = Atomics.add(cells, ${NEXT}, 1); share < count; share = Atomics.add(cells, ${NEXT}, 1)) {
      const at = ${SHARE} * share
      const s = shares
      try {
        kinds[s[at]](
          s[at + 1], s[at + 2], s[at + 3], s[at + 4], s[at + 5], s[at + 6], s[at + 7], s[at + 8],
          s[at + 9], s[at + 10], s[at + 11], s[at + 12], s[at + 13], s[at + 14], s[at + 15],
        )
      } catch {
        Atomics.store(cells, ${FAILED}, 1)
      }
      Atomics.add(cells, ${DONE}, 1)
    }
  }
}
if (node) begin(node.workerData)
else globalThis.onmessage = ({ data }) => begin(data)
`
}
