import { batch, signal } from '@preact/signals'
import { state } from '../../state/store.js'
import { Watchdog } from '../../training/watchdog.js'
import { ownUrls } from '../../view/ownUrls.js'
import type { News, Order } from './messages.js'
import workerUrl from './raceWorker.ts?worker&url'

type Answer<T extends News['type']> = Extract<News, { type: T }>

/** What is measured just now. */
export const running = signal<Order['type'] | undefined>(undefined)
export const trouble = signal<{ readonly name: 'silent' } | { readonly name: 'failed'; readonly message: string } | undefined>(undefined)
/** The last result of each; of a race with the moment at which it came, and the reader's bet then. */
export const raced = signal<(Answer<'race'> & { readonly since: number; readonly bet: number }) | undefined>(undefined)
export const columnsRaced = signal<Answer<'columns'> | undefined>(undefined)

/** A race takes two seconds or three; a worker that says nothing for this long hangs. */
const PATIENCE_MS = 15_000
let worker: Worker | undefined
const watchdog = new Watchdog(() => stop({ name: 'silent' }))

/** Races on as many weights as the state says. */
export function startRace(): void {
  raced.value = undefined
  ask({ type: 'race', parameters: state.peek().raceParameters })
}

/** Measures the minibatch one by one and at once. */
export function startColumns(): void {
  columnsRaced.value = undefined
  ask({ type: 'columns', samples: state.peek().columns })
}

/** Ends what is measured, without a result. */
export function cancel(): void {
  stop(undefined)
}

function ask(order: Order): void {
  stop(undefined)
  worker = new Worker(ownUrls.createScriptURL(workerUrl), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<News>) => hear(data)
  worker.onerror = ({ message }) => stop({ name: 'failed', message })
  worker.postMessage(order)
  running.value = order.type
  watchdog.heard(PATIENCE_MS)
}

function hear(news: News): void {
  if (news.type === 'failed') return stop({ name: 'failed', message: news.message })
  batch(() => {
    stop(undefined)
    if (news.type === 'race') raced.value = { ...news, since: performance.now(), bet: Number(state.peek().raceBet) }
    else columnsRaced.value = news
  })
}

function stop(how: (typeof trouble)['value']): void {
  watchdog.rest()
  worker?.terminate()
  worker = undefined
  batch(() => {
    running.value = undefined
    trouble.value = how
  })
}
