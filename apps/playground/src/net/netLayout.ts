export interface Point {
  readonly x: number
  readonly y: number
}

/** Where things are drawn, in units of the picture. */
export interface NetLayout {
  readonly width: number
  readonly height: number
  readonly radius: number
  /** The centre of neuron j of layer l, both from 1. */
  at(layer: number, j: number): Point
  /** The line of weight w^l_jk, from neuron k of the layer before to neuron j: the point at a share of the way. */
  along(layer: number, j: number, k: number, share: number): Point
}

/** How far apart neurons stand, and how large they are. */
export interface Spacing {
  readonly down: number
  readonly radius: number
}

const ACROSS = 170
/** From a neuron at the edge to the edge. */
const MARGIN = 17
export const usualSpacing: Spacing = { down: 70, radius: 29 }

/** Layers side by side, each centred. */
export function netLayout(sizes: readonly number[], { down, radius }: Spacing = usualSpacing): NetLayout {
  const tallest = Math.max(...sizes)
  const margin = radius + MARGIN
  const height = 2 * margin + (tallest - 1) * down
  const at = (layer: number, j: number) => ({ x: margin + (layer - 1) * ACROSS, y: height / 2 + (j - 1 - ((sizes[layer - 1] ?? 1) - 1) / 2) * down })
  return {
    width: 2 * margin + (sizes.length - 1) * ACROSS,
    height,
    radius,
    at,
    along(layer, j, k, share) {
      const [from, to] = [at(layer - 1, k), at(layer, j)]
      return { x: from.x + radius + share * (to.x - from.x - 2 * radius), y: from.y + share * (to.y - from.y) }
    },
  }
}
