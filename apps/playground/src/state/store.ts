import { computed, signal, type ReadonlySignal } from '@preact/signals'
import { languageTags, preferredLanguage } from '../words/languages.js'
import { words } from '../words/words.js'
import { fitted } from './fitted.js'
import { hashFromState, stateFromHash, type Refusal } from './hash.js'
import type { State } from './state.js'

const first = stateFromHash(location.hash)
const held = signal<State>(first.state)

/** What the page shows. */
export const state: ReadonlySignal<State> = held

/** What could not be read of the link that the page was opened with. */
export const refusals = signal<readonly Refusal[]>(first.refusals)

export const language = computed(() => (state.value.language === 'auto' ? preferredLanguage(navigator.languages) : state.value.language))
export const text = computed(() => words[language.value])
export const languageTag = computed(() => languageTags[language.value])

/** The address is written when changes have paused for this long: browsers allow few writes a second. */
const PAUSE_MS = 300
/** Changes that follow each other as fast as this are one, and one step back undoes them. */
const ONE_CHANGE_MS = 1000
let writing: ReturnType<typeof setTimeout> | undefined
let lastAdjusted = -Infinity

/** A choice of the reader: the browser's Back undoes it. */
export function choose(change: Partial<State>): void {
  settle()
  held.value = fitted({ ...held.value, ...change })
  history.pushState(null, '', address())
  lastAdjusted = -Infinity
}

/** One of many changes of a drag or a held key: all of them are one step for Back. */
export function adjust(change: Partial<State>): void {
  const now = performance.now()
  if (now - lastAdjusted > ONE_CHANGE_MS) choose(change)
  else show(change)
  lastAdjusted = now
}

/** A change that Back need not undo, such as where the reader looks. */
export function show(change: Partial<State>): void {
  held.value = fitted({ ...held.value, ...change })
  clearTimeout(writing)
  writing = setTimeout(write, PAUSE_MS)
}

/** The link to the page as it is now. */
export function link(): string {
  settle()
  return location.href
}

function settle(): void {
  if (writing !== undefined) write()
}

function write(): void {
  clearTimeout(writing)
  writing = undefined
  history.replaceState(null, '', address())
}

function address(): string {
  return hashFromState(held.value) || location.pathname + location.search
}

function readAgain(): void {
  clearTimeout(writing)
  writing = undefined
  const reading = stateFromHash(location.hash)
  held.value = reading.state
  refusals.value = reading.refusals
}
addEventListener('popstate', readAgain)
