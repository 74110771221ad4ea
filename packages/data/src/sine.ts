import { random } from '@nablajs/linalg'
import { sin } from '@nablajs/linalg/exact'
import { atLeast, wholeNumber } from './requireOption.js'
import type { Samples } from './samples.js'

/** How many points, and how blurred. */
export interface SineOptions {
  /** 100 unless said. */
  size?: number
  /** Standard deviation of the normal shift of each target, 0 unless said. */
  noise?: number
  seed?: number
}

/**
 * A curve to fit: x from −π to π in equal steps, and sin x.
 *
 * Shapes: inputs 1 × size, targets 1 × size. Throws `OptionError`.
 */
export function sine({ size = 100, noise = 0, seed = 1 }: SineOptions = {}): Samples {
  wholeNumber('sine', 'size', size, 2, Infinity)
  atLeast('sine', 'noise', noise, 0)
  wholeNumber('sine', 'seed', seed, -Infinity, Infinity)
  const draws = random(seed)
  const x = Float64Array.from({ length: size }, (_, i) => Math.PI * ((2 * i) / (size - 1) - 1))
  const y = x.map((at) => sin(at) + noise * draws.normal())
  return { size, inputs: { rows: 1, data: x }, targets: { rows: 1, data: y } }
}
