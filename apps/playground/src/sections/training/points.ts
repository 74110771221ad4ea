import { moons, spirals, xor, type LabelledSamples, type Samples } from '@nablajs/data'
import type { DataName } from '../../engine/names.js'
import { rangeOf } from '../../number/rangeOf.js'

/** Every set a reader may train on: the same points in the page, which draws them, and in the worker, which trains. */
export const points: Readonly<Record<DataName, () => LabelledSamples>> = {
  moons: () => moons({ size: 200, noise: 0.12 }),
  spirals: () => spirals({ size: 300, noise: 0.025, turns: 0.75 }),
  xor,
}

/** Classes that the plane has a colour and a mark for. */
export const PLANE_CLASSES = 3

/** Whether samples can be drawn: classes of points with two coordinates. */
export function isPlane(samples: Samples): samples is LabelledSamples {
  return samples.labels !== undefined && samples.inputs.rows === 2 && samples.targets.rows <= PLANE_CLASSES
}

/** The part of the plane that is shown: a square around the points. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly side: number
}

const MARGIN = 0.12
const LEAST_SIDE = 1e-6

/** A square around points. Shapes: inputs 2 × size. */
export function frameOf({ inputs, size }: Samples): Frame {
  const coordinate = (row: number) => Array.from({ length: size }, (_, i) => inputs.data[2 * i + row] ?? 0)
  const [[left, right], [bottom, top]] = [rangeOf(coordinate(0)), rangeOf(coordinate(1))]
  // All points in one place still have a plane around them.
  const side = Math.max(right - left, top - bottom, LEAST_SIDE) * (1 + 2 * MARGIN)
  return { left: (left + right - side) / 2, top: (top + bottom + side) / 2, side }
}

/** Points of the plane at which the network is asked, along each side. */
export const GRID = 96

/** The centres of the grid's cells as samples. Shapes: 2 × GRID², row after row from the top. */
export function gridOf({ left, top, side }: Frame): Float32Array {
  const grid = new Float32Array(2 * GRID * GRID)
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const at = 2 * (row * GRID + column)
      grid[at] = left + (side * (column + 0.5)) / GRID
      grid[at + 1] = top - (side * (row + 0.5)) / GRID
    }
  }
  return grid
}
