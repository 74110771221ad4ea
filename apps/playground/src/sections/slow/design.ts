import { effect, signal } from '@preact/signals'
import type { DesignedActivation } from '../../formula/activationOfFormula.js'
import type { FormulaError } from '../../formula/FormulaError.js'
import { state } from '../../state/store.js'
import { ownUrls } from '../../view/ownUrls.js'
import { Watchdog } from '../../training/watchdog.js'
import type { DesignNews, Figures } from './designMessages.js'
import workerUrl from './designWorker.ts?worker&url'

/** What the typed formula is: not read yet, refused, or an activation. */
export type Design = { readonly name: 'waiting' } | { readonly name: 'refused'; readonly error: FormulaError } | { readonly name: 'read'; readonly designed: DesignedActivation }

/** How the check and the comparison stand. */
export type Trial =
  | { readonly name: 'idle' | 'running' | 'silent' | 'ended' }
  | { readonly name: 'diverged'; readonly epoch: number }
  | { readonly name: 'failed'; readonly message: string }

/** What the conformance kit found; nothing yet where it is undefined. */
export interface Verdict {
  readonly findings: readonly string[]
  readonly kinks: readonly number[]
}

export const design = signal<Design>({ name: 'waiting' })
export const trial = signal<Trial>({ name: 'idle' })
export const verdict = signal<Verdict | undefined>(undefined)
/** The figures of every epoch, of σ and of the reader's f. */
export const epochs = signal<readonly { readonly sigmoid: Figures; readonly own: Figures }[]>([])

/** A formula of the longest kind takes the kit a second or two; what takes longer hangs. */
const PATIENCE_MS = 10_000
let worker: Worker | undefined
const watchdog = new Watchdog(() => stop({ name: 'silent' }))

/** Reads the formula, now and whenever it changes. The parser is loaded by the first call, so that a reader who never comes here never loads it. */
export async function followFormula(): Promise<() => void> {
  const [{ activationOfFormula }, { FormulaError }] = await Promise.all([import('../../formula/activationOfFormula.js'), import('../../formula/FormulaError.js')])
  let before: string | undefined
  return effect(() => {
    const { formula } = state.value
    if (formula === before) return
    before = formula
    forget()
    try {
      design.value = { name: 'read', designed: activationOfFormula(formula) }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      design.value = { name: 'refused', error }
    }
  })
}

/** Checks the formula and trains with it beside σ, in a worker: neither a long check nor a long training holds up the page. */
export function tryFormula(): void {
  if (design.peek().name !== 'read') return
  forget()
  const { formula, seed } = state.peek()
  worker = new Worker(ownUrls.createScriptURL(workerUrl), { type: 'module' })
  worker.onmessage = ({ data: news }: MessageEvent<DesignNews>) => hear(news)
  worker.onerror = ({ message }) => stop({ name: 'failed', message })
  worker.postMessage({ formula, seed })
  trial.value = { name: 'running' }
  watchdog.heard(PATIENCE_MS)
}

function hear(news: DesignNews): void {
  watchdog.heard(PATIENCE_MS)
  if (news.type === 'checked') verdict.value = { findings: news.findings, kinks: news.kinks }
  else if (news.type === 'epoch') epochs.value = [...epochs.peek(), { sigmoid: news.sigmoid, own: news.own }]
  else if (news.type === 'diverged') stop({ name: 'diverged', epoch: news.epoch })
  else if (news.type === 'failed') stop({ name: 'failed', message: news.message })
  else stop({ name: 'ended' })
}

/** What was found of another formula is no longer so. */
function forget(): void {
  stop({ name: 'idle' })
  verdict.value = undefined
  epochs.value = []
}

function stop(how: Trial): void {
  watchdog.rest()
  worker?.terminate()
  worker = undefined
  trial.value = how
}
