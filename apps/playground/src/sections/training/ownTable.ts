import { signal } from '@preact/signals'
import { Watchdog } from '../../training/watchdog.js'
import { ownUrls } from '../../view/ownUrls.js'
import type { OwnTable, TableAnswer, TableRequest } from './tableMessages.js'
import workerUrl from './tableWorker.ts?worker&url'

/** How reading a table stands. */
export type Reading =
  | { readonly name: 'idle' | 'reading' | 'silent' }
  | { readonly name: 'tooLarge'; readonly bytes: number }
  | { readonly name: 'refused'; readonly message: string }

/** The reader's own table, while it is trained on. It stays on this machine, and no link holds it. */
export const ownTable = signal<OwnTable | undefined>(undefined)
export const reading = signal<Reading>({ name: 'idle' })

/** Larger files are for the command line. */
export const LARGEST_TABLE = 20_000_000
/** A worker that has not read a table after so long is ended. */
const PATIENCE_MS = 15_000
let worker: Worker | undefined
let file: File | undefined
const watchdog = new Watchdog(() => end({ name: 'silent' }))

/** Reads a file in a worker; the last column is to be predicted. */
export function readFile(given: File): void {
  file = given
  if (file.size > LARGEST_TABLE) return end({ name: 'tooLarge', bytes: file.size })
  read({ file, target: undefined })
}

/** Reads the same file with another column to predict. */
export function chooseTarget(target: string): void {
  if (file) read({ file, target })
}

/** Back to the points. */
export function leaveTable(): void {
  end({ name: 'idle' })
  ownTable.value = undefined
}

function read(request: TableRequest): void {
  end({ name: 'reading' })
  worker = new Worker(ownUrls.createScriptURL(workerUrl), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<TableAnswer>) => {
    end(data.type === 'table' ? { name: 'idle' } : { name: 'refused', message: data.message })
    if (data.type === 'table') ownTable.value = data.table
  }
  worker.onerror = ({ message }) => end({ name: 'refused', message })
  watchdog.heard(PATIENCE_MS)
  worker.postMessage(request)
}

function end(how: Reading): void {
  watchdog.rest()
  worker?.terminate()
  worker = undefined
  reading.value = how
}
