/** Where things are drawn, in units of the picture. */
export interface NetLayout {
  readonly width: number
  readonly height: number
  readonly radius: number
  /** The centre of neuron j of layer l, both from 1. */
  at(layer: number, j: number): { readonly x: number; readonly y: number }
}

const ACROSS = 170
const DOWN = 70
const MARGIN = 46
const RADIUS = 29

/** Layers side by side, each centred. */
export function netLayout(sizes: readonly number[]): NetLayout {
  const tallest = Math.max(...sizes)
  const height = 2 * MARGIN + (tallest - 1) * DOWN
  return {
    width: 2 * MARGIN + (sizes.length - 1) * ACROSS,
    height,
    radius: RADIUS,
    at: (layer, j) => ({ x: MARGIN + (layer - 1) * ACROSS, y: height / 2 + (j - 1 - ((sizes[layer - 1] ?? 1) - 1) / 2) * DOWN }),
  }
}
