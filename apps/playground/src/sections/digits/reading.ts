import { computed, signal } from '@preact/signals'
import { centred } from './centred.js'
import { outputsFor } from './digitsTraining.js'
import { largest } from './largest.js'
import type { Stroke } from './stroke.js'

/** What the reader has drawn. */
export const strokes = signal<readonly Stroke[]>([])

/** A test digit that was chosen instead, and what it is. */
export const chosen = signal<{ readonly image: Uint8Array; readonly label: number } | undefined>(undefined)

/** What the network is given; undefined while there is nothing. */
export const image = computed(() => chosen.value?.image ?? (strokes.value.length > 0 ? centred(strokes.value) : undefined))

/** Its ten outputs for that. */
export const outputs = computed(() => (image.value ? outputsFor(image.value) : undefined))

/** The digit that it reads. */
export const answer = computed(() => (outputs.value ? largest(outputs.value) : undefined))

/** Begins with an empty pad. */
export function clear(): void {
  chosen.value = undefined
  strokes.value = []
}

/** Puts the pen down at a point. */
export function beginStroke(x: number, y: number): void {
  if (chosen.peek()) clear()
  strokes.value = [...strokes.peek(), [{ x, y }]]
}

/** Draws on to a point. */
export function drawTo(x: number, y: number): void {
  const before = strokes.peek()
  strokes.value = [...before.slice(0, -1), [...(before.at(-1) ?? []), { x, y }]]
}
