import type { Random } from './random.js'

/**
 * Brings a list into a random order, every one as likely as the others (Fisher and Yates; Durstenfeld 1964).
 *
 * Shapes: order: n whole numbers, updated.
 */
export function shuffle(order: Uint32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    const moved = order[i]
    order[i] = order[j]
    order[j] = moved
  }
}

/**
 * The order in which samples lie: 0 … n − 1.
 *
 * Shapes: returns n whole numbers.
 */
export function inOrder(n: number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, i) => i)
}
