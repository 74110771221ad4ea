import { random } from '@nablajs/linalg'
import { cos, sin } from '@nablajs/linalg/exact'
import { atLeast, wholeNumber } from './requireOption.js'
import type { LabelledSamples } from './samples.js'

/** How many points, and how blurred. */
export interface MoonsOptions {
  /** Points of both moons together, 200 unless said; odd samples are of class 1. */
  size?: number
  /** Standard deviation of the normal shift of each coordinate, 0.1 unless said. */
  noise?: number
  seed?: number
}

/**
 * Two half circles that reach into each other: class 0 is (cos t, sin t), class 1 is (1 − cos t, ½ − sin t), t from 0 to π.
 *
 * Shapes: inputs 2 × size, targets 1 × size (0 or 1, in bytes). Throws `OptionError`.
 */
export function moons({ size = 200, noise = 0.1, seed = 1 }: MoonsOptions = {}): LabelledSamples {
  wholeNumber('moons', 'size', size, 4, Infinity)
  atLeast('moons', 'noise', noise, 0)
  wholeNumber('moons', 'seed', seed, -Infinity, Infinity)
  const draws = random(seed)
  const data = new Float64Array(2 * size)
  const labels = Uint8Array.from({ length: size }, (_, i) => i % 2)
  const steps = Math.ceil(size / 2) - 1
  for (let i = 0; i < size; i++) {
    const t = (Math.PI * Math.floor(i / 2)) / steps
    data[2 * i] = (labels[i] ? 1 - cos(t) : cos(t)) + noise * draws.normal()
    data[2 * i + 1] = (labels[i] ? 0.5 - sin(t) : sin(t)) + noise * draws.normal()
  }
  return { size, inputs: { rows: 2, data }, targets: { rows: 1, data: labels.slice() }, labels }
}
