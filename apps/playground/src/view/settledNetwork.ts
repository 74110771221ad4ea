import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { PassInput } from '../engine/quantities.js'
import { state } from '../state/store.js'

/** Long enough to tell a finger that moves from one that rests. */
const PAUSE_MS = 120

const parts = { sizes: part('sizes'), seed: part('seed'), activation: part('activation'), changes: part('changes'), x: part('x'), y: part('y'), netCost: part('netCost') }
const now = computed<PassInput>(() => ({
  sizes: parts.sizes.value,
  seed: parts.seed.value,
  activation: parts.activation.value,
  changes: parts.changes.value,
  x: parts.x.value,
  y: parts.y.value,
  netCost: parts.netCost.value,
}))
const held = signal(now.peek())

/** The reader's network once its numbers rest: for experiments that take longer than a number that is dragged leaves them. */
export const settledNetwork: ReadonlySignal<PassInput> = held

let timer: ReturnType<typeof setTimeout> | undefined
effect(() => {
  const next = now.value
  clearTimeout(timer)
  timer = setTimeout(() => (held.value = next), PAUSE_MS)
})

function part<K extends keyof PassInput>(name: K): ReadonlySignal<PassInput[K]> {
  return computed(() => state.value[name])
}
