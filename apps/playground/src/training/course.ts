import { batch, signal } from '@preact/signals'
import { ownUrls } from '../view/ownUrls.js'
import { Curve } from './curve.js'
import type { News, Order, Pace, Report, Settings } from './messages.js'
import { Watchdog } from './watchdog.js'

/** How a training stands that the page shows. */
export type Phase =
  | { readonly name: 'idle' | 'loading' | 'running' | 'paused' | 'silent' }
  | { readonly name: 'ended' | 'diverged'; readonly epoch: number }
  | { readonly name: 'failed'; readonly message: string }

/** A worker that says nothing for this long is ended: it may hang in a step that takes for ever. */
const PATIENCE_MS = 2000
/** Reports that a screen has time for, and those that a reader who wants no motion has. */
const REPORT_MS = 100
const QUIET_REPORT_MS = 500
const wantsQuiet = matchMedia('(prefers-reduced-motion: reduce)')

/** Milliseconds between two reports, as the reader's system asks for. */
export function reportEvery(): number {
  return wantsQuiet.matches ? QUIET_REPORT_MS : REPORT_MS
}

/** The page's side of a training in a worker: what was heard of it, and the orders that it is given. */
export class Course<S extends Settings, R extends Report> {
  readonly phase = signal<Phase>({ name: 'idle' })
  readonly report = signal<R | undefined>(undefined)
  /** The cost of every report, thinned where there are many. */
  readonly curve = signal(Curve.empty)
  private worker: Worker | undefined
  private readonly workerUrl: string
  private readonly loadingPatience: number
  private readonly watchdog = new Watchdog(() => {
    this.endWorker()
    this.phase.value = { name: 'silent' }
  })

  /** `loadingPatience`: how many milliseconds the samples may take to come. */
  constructor(workerUrl: string, loadingPatience = PATIENCE_MS) {
    this.workerUrl = workerUrl
    this.loadingPatience = loadingPatience
  }

  /** Begins anew. */
  start(settings: S): void {
    this.forget()
    this.worker = new Worker(ownUrls.createScriptURL(this.workerUrl), { type: 'module' })
    this.worker.onmessage = ({ data: news }: MessageEvent<News<R>>) => this.hear(news)
    this.worker.onerror = ({ message }) => this.stop({ name: 'failed', message })
    this.order({ type: 'start', settings })
    this.phase.value = { name: 'loading' }
    this.watchdog.heard(this.loadingPatience)
  }

  /** Holds still between two steps. */
  pause(): void {
    if (this.phase.peek().name !== 'running') return
    this.order({ type: 'pause' })
    this.watchdog.rest()
    this.phase.value = { name: 'paused' }
  }

  /** Goes on from where it was paused. */
  proceed(): void {
    if (this.phase.peek().name !== 'paused') return
    this.order({ type: 'proceed' })
    this.watchdog.heard(PATIENCE_MS)
    this.phase.value = { name: 'running' }
  }

  /** From now on at this pace, from the weights as they are. */
  setPace(pace: Pace): void {
    this.order({ type: 'pace', pace })
  }

  /** Ends what runs, and shows nothing of it any more. */
  forget(): void {
    this.endWorker()
    batch(() => {
      this.phase.value = { name: 'idle' }
      this.report.value = undefined
      this.curve.value = Curve.empty
    })
  }

  /** Nobody watches a page that is hidden. */
  pauseWhenHidden(): () => void {
    const hide = () => document.hidden && this.pause()
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      this.endWorker()
    }
  }

  private hear(news: News<R>): void {
    if (news.type === 'failed') return this.stop({ name: 'failed', message: news.message })
    if (news.type === 'ended' || news.type === 'diverged') return this.stop({ name: news.type, epoch: news.epoch })
    if (news.type === 'ready') this.phase.value = { name: 'running' }
    if (this.phase.peek().name === 'running') this.watchdog.heard(PATIENCE_MS)
    if (news.type === 'report') this.take(news.report)
  }

  private take(report: R): void {
    batch(() => {
      this.report.value = report
      // Before the first step there is no cost yet.
      if (!Number.isNaN(report.cost)) this.curve.value = this.curve.peek().with({ epoch: report.epoch, value: report.cost })
    })
  }

  private order(what: Order<S>): void {
    this.worker?.postMessage(what)
  }

  private stop(how: Phase): void {
    this.endWorker()
    this.phase.value = how
  }

  private endWorker(): void {
    this.watchdog.rest()
    this.worker?.terminate()
    this.worker = undefined
  }
}
