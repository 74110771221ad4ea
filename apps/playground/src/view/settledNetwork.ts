import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { PassInput } from '../engine/quantities.js'
import { passInput } from './focus.js'

/** Long enough to tell a finger that moves from one that rests. */
const PAUSE_MS = 120

const held = signal(passInput.peek())

/** The reader's network once its numbers rest: for experiments that take longer than a number that is dragged leaves them. */
export const settledNetwork: ReadonlySignal<PassInput> = held

let timer: ReturnType<typeof setTimeout> | undefined
effect(() => {
  const next = passInput.value
  clearTimeout(timer)
  timer = setTimeout(() => (held.value = next), PAUSE_MS)
})
