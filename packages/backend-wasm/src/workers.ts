import { NablaError } from '@nablajs/linalg'
import { SHARES_AT, type Memory } from './memory.js'
import type { Modules } from './module.js'
import { startWorker, type Started } from './startWorker.js'
import { CELLS, DONE, ENDED, FAILED, NEXT, SHARE, SHARES_A_THREAD, SLEEPING, TICKET } from './workerProgram.js'

/** Threads that take shares of an operation. */
export interface Workers {
  /** How many there are, the one that calls counted in. */
  readonly threads: number
  /** How many shares each operation has; some may be empty. */
  readonly count: number
  /** Share i: its kind at i · 16, its arguments behind it. */
  readonly shares: Float64Array
  /** The number by which a share names an export of the kernels. */
  kindOf(name: string): number
  /** Offers the shares that were written to every thread. Throws `NablaError` where a worker is gone. */
  offer(): void
  /** Where the next share for this thread begins in `shares`, or −1 where all are taken. To be followed by `done`. */
  next(): number
  /** Counts a share of this thread as done. */
  done(): void
  /** Returns when all shares are done. Throws `NablaError` where a worker failed or is gone. */
  finish(): void
  /** Ends the workers. */
  end(): void
}

/** A worker that has not finished this long after its own share was done here is lost. */
const LOST_MS = 20_000
/** How often a thread looks before it asks the time. */
const LOOKS = 1 << 14

/**
 * Starts `threads − 1` workers on a shared memory. Undefined where there can be none, as in a page that is not cross-origin
 * isolated or whose policy forbids workers from text.
 *
 * Shapes: 16 numbers a share.
 */
export async function startWorkers(modules: Modules, { memory }: Memory, threads: number): Promise<Workers | undefined> {
  const names = [modules.products, modules.columnwise].flatMap((module) => WebAssembly.Module.exports(module).map(({ name }) => name))
  const started: Started[] = []
  try {
    for (let worker = 1; worker < threads; worker++) {
      const { products, columnwise } = modules
      started.push(startWorker({ products, columnwise, memory, names, count: threads * SHARES_A_THREAD }))
    }
    await Promise.all(started.map(({ begun }) => begun))
  } catch {
    for (const worker of started) worker.end()
    return undefined
  }
  return workersOf(memory, threads, names, started)
}

function workersOf({ buffer }: WebAssembly.Memory, threads: number, names: readonly string[], started: readonly Started[]): Workers {
  const count = threads * SHARES_A_THREAD
  const cells = new Int32Array(buffer, SHARES_AT, CELLS)
  const shares = new Float64Array(buffer, SHARES_AT + cells.byteLength, SHARE * count)
  let ended = false

  function offer(): void {
    if (ended) throw gone('none: they have ended')
    for (const worker of started) if (worker.isLost()) throw gone('one that is gone')
    Atomics.store(cells, DONE, 0)
    Atomics.store(cells, NEXT, 0)
    Atomics.add(cells, TICKET, 1)
    if (Atomics.load(cells, SLEEPING) > 0) Atomics.notify(cells, TICKET)
  }

  function next(): number {
    const share = Atomics.add(cells, NEXT, 1)
    return share < count ? share * SHARE : -1
  }

  function done(): void {
    Atomics.add(cells, DONE, 1)
  }

  function finish(): void {
    let until = Infinity
    for (let looks = 1; Atomics.load(cells, DONE) < count; looks++) {
      if (looks % LOOKS !== 0) continue
      const now = performance.now()
      if (until === Infinity) until = now + LOST_MS
      if (now < until) continue
      ended = true
      throw gone('one that has not answered for 20 seconds')
    }
    if (Atomics.load(cells, FAILED) === 0) return
    Atomics.store(cells, FAILED, 0)
    throw gone('one whose kernel failed')
  }

  function end(): void {
    ended = true
    Atomics.store(cells, ENDED, 1)
    Atomics.add(cells, TICKET, 1)
    Atomics.notify(cells, TICKET)
    for (const worker of started) worker.end()
  }

  return { threads, count, shares, kindOf: (name) => names.indexOf(name), offer, next, done, finish, end }
}

function gone(got: string): NablaError {
  return new NablaError('BackendError', {
    where: 'wasm, threads',
    expected: 'every worker to do its share',
    got,
    fix: 'What was being computed is lost; load the backend anew, or with { threads: 1 }.',
  })
}
