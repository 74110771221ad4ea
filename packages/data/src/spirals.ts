import { random } from '@nablajs/linalg'
import { cos, sin } from '@nablajs/linalg/exact'
import { oneHot } from './oneHot.js'
import { atLeast, wholeNumber } from './requireOption.js'
import type { LabelledSamples } from './samples.js'

/** How many points, of how many arms, how wound and how blurred. */
export interface SpiralsOptions {
  /** Points of all arms together, 300 unless said; sample i lies on arm i mod classes. */
  size?: number
  /** Arms, 3 unless said. */
  classes?: number
  /** Turns of an arm from the centre to radius 1, 1 unless said. */
  turns?: number
  /** Standard deviation of the normal shift of each coordinate, 0.02 unless said. */
  noise?: number
  seed?: number
}

/**
 * Arms of a spiral wound into each other, one class each: r from 0 to 1, at the angle 2π (turns · r + k / classes).
 *
 * Shapes: inputs 2 × size, targets classes × size (one-hot, in bytes). Throws `OptionError`.
 */
export function spirals({ size = 300, classes = 3, turns = 1, noise = 0.02, seed = 1 }: SpiralsOptions = {}): LabelledSamples {
  wholeNumber('spirals', 'classes', classes, 2, 256)
  wholeNumber('spirals', 'size', size, classes, Infinity)
  atLeast('spirals', 'turns', turns, 0)
  atLeast('spirals', 'noise', noise, 0)
  wholeNumber('spirals', 'seed', seed, -Infinity, Infinity)
  const draws = random(seed)
  const data = new Float64Array(2 * size)
  const labels = Uint8Array.from({ length: size }, (_, i) => i % classes)
  const steps = Math.ceil(size / classes)
  for (let i = 0; i < size; i++) {
    const r = (Math.floor(i / classes) + 1) / steps
    const angle = 2 * Math.PI * (turns * r + (i % classes) / classes)
    data[2 * i] = r * cos(angle) + noise * draws.normal()
    data[2 * i + 1] = r * sin(angle) + noise * draws.normal()
  }
  return { size, inputs: { rows: 2, data }, targets: oneHot(labels, classes), labels }
}
