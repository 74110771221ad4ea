import type { ReadonlySignal } from '@preact/signals'
import { text } from '../state/store.js'
import type { Phase } from './course.js'

/** What has gone wrong, and what to do. */
export function Trouble({ phase }: { readonly phase: ReadonlySignal<Phase> }) {
  const { training } = text.value
  const now = phase.value
  if (now.name === 'silent') return <p class="note" role="alert">{training.reset}</p>
  if (now.name === 'diverged') return <p class="note" role="alert">{training.diverged(now.epoch)}</p>
  if (now.name === 'failed') return <p class="note" role="alert">{training.failed(now.message)}</p>
  if (now.name === 'ended') return <p class="note" role="status">{training.ended(now.epoch)}</p>
  return null
}
