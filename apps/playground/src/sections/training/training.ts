import { batch, effect, signal } from '@preact/signals'
import { state } from '../../state/store.js'
import { ownUrls } from '../../view/ownUrls.js'
import { Curve } from './curve.js'
import type { News, Order, Report } from './messages.js'
import workerUrl from './trainWorker.ts?worker&url'
import { Watchdog } from './watchdog.js'

/** How the training stands that the page shows. */
export type Phase =
  | { readonly name: 'idle' | 'running' | 'paused' | 'silent' }
  | { readonly name: 'ended' | 'diverged'; readonly epoch: number }
  | { readonly name: 'failed'; readonly message: string }

export const phase = signal<Phase>({ name: 'idle' })
export const report = signal<Report | undefined>(undefined)
/** The cost of every epoch that was reported, thinned where there are many. */
export const curve = signal<Curve>(Curve.empty)

/** A worker that says nothing for this long is ended: it may hang in a step that takes for ever. */
const PATIENCE_MS = 2000
const REPORT_MS = 100
const QUIET_REPORT_MS = 500
const wantsQuiet = matchMedia('(prefers-reduced-motion: reduce)')
let worker: Worker | undefined
const watchdog = new Watchdog(PATIENCE_MS, () => {
  endWorker()
  phase.value = { name: 'silent' }
})

/** Begins anew, from the seed's weights. */
export function start(): void {
  forget()
  const { data, hidden, activation, cost, seed, learningRate, batchSize } = state.peek()
  const reportEvery = wantsQuiet.matches ? QUIET_REPORT_MS : REPORT_MS
  worker = new Worker(ownUrls.createScriptURL(workerUrl), { type: 'module' })
  worker.onmessage = ({ data: news }: MessageEvent<News>) => hear(news)
  worker.onerror = ({ message }) => stop({ name: 'failed', message })
  order({ type: 'start', settings: { data, hidden, activation, cost, seed, learningRate, batchSize, reportEvery } })
  phase.value = { name: 'running' }
  watchdog.heard()
}

/** Holds still between two steps. */
export function pause(): void {
  if (phase.peek().name !== 'running') return
  order({ type: 'pause' })
  watchdog.rest()
  phase.value = { name: 'paused' }
}

/** Goes on from where it was paused. */
export function proceed(): void {
  if (phase.peek().name !== 'paused') return
  order({ type: 'proceed' })
  watchdog.heard()
  phase.value = { name: 'running' }
}

/** What is trained has changed: a training of something else is over, a changed pace reaches it while it runs. */
export function followState(): () => void {
  let before = state.peek()
  const stopFollowing = effect(() => {
    const now = state.value
    const isOther = (['data', 'hidden', 'activation', 'cost', 'seed'] as const).some((key) => now[key] !== before[key])
    const { learningRate, batchSize } = now
    if (isOther) forget()
    else if (learningRate !== before.learningRate || batchSize !== before.batchSize) order({ type: 'pace', pace: { learningRate, batchSize } })
    before = now
  })
  // Nobody watches a page that is hidden.
  const hide = () => document.hidden && pause()
  document.addEventListener('visibilitychange', hide)
  return () => {
    stopFollowing()
    document.removeEventListener('visibilitychange', hide)
    endWorker()
  }
}

function hear(news: News): void {
  if (news.type !== 'report') return stop(news.type === 'failed' ? { name: 'failed', message: news.message } : { name: news.type, epoch: news.epoch })
  if (phase.peek().name === 'running') watchdog.heard()
  batch(() => {
    report.value = news
    curve.value = curve.peek().with({ epoch: news.epoch, cost: news.cost })
  })
}

function order(what: Order): void {
  worker?.postMessage(what)
}

function stop(how: Phase): void {
  endWorker()
  phase.value = how
}

function forget(): void {
  endWorker()
  batch(() => {
    phase.value = { name: 'idle' }
    report.value = undefined
    curve.value = Curve.empty
  })
}

function endWorker(): void {
  watchdog.rest()
  worker?.terminate()
  worker = undefined
}
