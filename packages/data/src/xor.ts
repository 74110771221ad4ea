import type { LabelledSamples } from './samples.js'

/**
 * Exclusive or: (0, 0) and (1, 1) are 0, (0, 1) and (1, 0) are 1. The smallest set that no network without a hidden layer
 * learns.
 *
 * Shapes: inputs 2 × 4, targets 1 × 4.
 */
export function xor(): LabelledSamples {
  const data = Uint8Array.of(0, 0, 0, 1, 1, 0, 1, 1)
  const labels = Uint8Array.of(0, 1, 1, 0)
  return { size: 4, inputs: { rows: 2, data }, targets: { rows: 1, data: labels.slice() }, labels }
}
