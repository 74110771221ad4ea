import type { Colour } from '../../view/scheme.js'
import { PIXELS, SIDE } from './digitsNetwork.js'

/** Weights of this size and larger have the colour at the end of the scale. */
export const WEIGHT_END = 0.5
/** Pixels between two images. */
const GAP = 2

/** Where images stand beside each other on one canvas. */
export interface Sheet {
  readonly columns: number
  readonly width: number
  readonly height: number
  /** The left top pixel of image j. */
  at(j: number): readonly [x: number, y: number]
}

/** A sheet of so many images, a little wider than high, ten in a row at most. */
export function sheetOf(count: number): Sheet {
  const columns = Math.min(10, Math.ceil(Math.sqrt(1.2 * count)))
  const cell = SIDE + GAP
  return {
    columns,
    width: columns * cell - GAP,
    height: Math.ceil(count / columns) * cell - GAP,
    at: (j) => [(j % columns) * cell, Math.floor(j / columns) * cell],
  }
}

/** The weights into hidden neuron j as pixels: from zero's colour to that of their sign. Shapes: parameters begin with w², n_2 × 784, column after column. */
export function weightPixels(parameters: Float32Array, neurons: number, j: number, zero: Colour, positive: Colour, negative: Colour): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * PIXELS)
  for (let k = 0; k < PIXELS; k++) {
    const weight = parameters[j + k * neurons] ?? 0
    const end = weight < 0 ? negative : positive
    const share = Math.min(1, Math.abs(weight) / WEIGHT_END)
    for (const channel of [0, 1, 2] as const) pixels[4 * k + channel] = zero[channel] + (end[channel] - zero[channel]) * share
    pixels[4 * k + 3] = 255
  }
  return pixels
}
