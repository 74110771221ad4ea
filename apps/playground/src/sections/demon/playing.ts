import { computed, signal } from '@preact/signals'
import { costOf } from '../../engine/costOf.js'
import { quantitiesOf } from '../../engine/quantities.js'
import type { State } from '../../state/state.js'
import { choose, state } from '../../state/store.js'
import { greedy, pushed, type Push } from './game.js'

interface Game {
  readonly start: State
  readonly pushes: readonly Push[]
  /** Biases and weights as the last push left them: with others it is no longer this game. */
  readonly changes: State['changes']
}

const held = signal<Game | undefined>(undefined)
const depends = ['sizes', 'seed', 'activation', 'x', 'y', 'netCost'] as const

/** The game that is played on the reader's network; over once the network is changed otherwise. */
export const game = computed(() => {
  const now = state.value
  const playing = held.value
  return playing?.changes === now.changes && depends.every((key) => playing.start[key] === now[key]) ? playing : undefined
})

/** What the greedy demon would do from the same start. */
export const rival = computed(() => (game.value ? greedy(game.value.start) : []))

/** Pushes z of a neuron, for good. */
export function push(at: string, deltaZ: number): void {
  const before = state.peek()
  const { start, pushes } = game.peek() ?? { start: before, pushes: [] }
  const after = pushed(before, at, deltaZ)
  held.value = { start, pushes: [...pushes, { at, deltaZ, cost: costOf(after, quantitiesOf(after)).cost }], changes: after.changes }
  choose({ changes: after.changes })
}

/** The network as it was before the first push. */
export function takeBack(): void {
  const playing = game.peek()
  if (!playing) return
  held.value = undefined
  choose({ changes: playing.start.changes })
}
