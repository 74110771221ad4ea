import { reference, type Backend } from '@nablajs/linalg'
import { oneStep, tenSamples } from './oneStep.js'

/** What came of many networks that were alive at once. */
export interface LiveNetworks {
  readonly networks: number
  /** The largest distance of a parameter from the same network's alone on the reference backend. */
  readonly worst: number
}

/** Makes networks, trains each one step and keeps them all; only then looks at what each holds. */
export function liveNetworks(backend: Backend, networks: number): LiveNetworks {
  const samples = tenSamples()
  const all = Array.from({ length: networks }, (_, seed) => oneStep(backend, seed, samples))
  let worst = 0
  for (const [seed, net] of all.entries()) {
    const alone = oneStep(reference, seed, samples)
    for (const [i, parameter] of alone.parameters.entries()) {
      const distance = Math.abs(parameter - (net.parameters[i] ?? NaN))
      if (!(distance <= worst)) worst = distance
    }
    alone.close()
  }
  for (const net of all) net.close()
  return { networks: all.length, worst }
}
