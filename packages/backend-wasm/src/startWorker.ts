import { workerProgram } from './workerProgram.js'

/** A worker that runs the program. */
export interface Started {
  /** Resolves when it has begun; rejects where it cannot. */
  readonly begun: Promise<void>
  /** Whether it has failed or ended since. */
  isLost(): boolean
  end(): void
}

/** A worker thread of Node, as much of it as is used here. */
interface NodeWorker {
  on(event: 'message' | 'error' | 'exit', listener: () => void): void
  unref(): void
  terminate(): unknown
}

interface Host {
  process?: {
    getBuiltinModule?(name: 'node:worker_threads'): {
      Worker: new (program: string, options: { eval: true; workerData: unknown }) => NodeWorker
    }
  }
}

/** A worker that has not begun after this long never will. */
const BEGUN_MS = 10_000

/**
 * Starts a worker with what it is given: a thread of Node, which does not keep the process alive, or a worker of the browser.
 *
 * Shapes: none. Throws where there are no workers or the page's policy forbids one from text.
 */
export function startWorker(given: unknown): Started {
  let lost = false
  let end = (): void => undefined
  const begun = new Promise<void>((resolve, reject) => {
    const failed = (): void => {
      lost = true
      reject(new Error('the worker ended before it began'))
    }
    const late = setTimeout(failed, BEGUN_MS)
    const ready = (): void => {
      clearTimeout(late)
      resolve()
    }
    end = begin(given, ready, failed)
  })
  return {
    begun,
    isLost: () => lost,
    end: () => {
      end()
    },
  }
}

/** Returns what ends the worker. */
function begin(given: unknown, ready: () => void, failed: () => void): () => void {
  const { process }: Host = globalThis as Host
  const threads = process?.getBuiltinModule?.('node:worker_threads')
  if (threads) {
    const worker = new threads.Worker(workerProgram(), { eval: true, workerData: given })
    worker.on('message', () => {
      worker.unref()
      ready()
    })
    worker.on('error', failed)
    worker.on('exit', failed)
    return () => void worker.terminate()
  }
  const url = URL.createObjectURL(new Blob([workerProgram()], { type: 'text/javascript' }))
  const worker = new Worker(url)
  worker.onmessage = () => {
    URL.revokeObjectURL(url)
    ready()
  }
  worker.onerror = failed
  worker.postMessage(given)
  return () => worker.terminate()
}
