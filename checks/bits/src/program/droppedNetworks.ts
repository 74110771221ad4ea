import type { Backend } from '@nablajs/linalg'
import { oneStep, tenSamples } from './oneStep.js'

/** Networks at the beginning that are not counted: by then the process has grown as large as it must be. */
const WARM_UP = 200

/** How much memory a process took while networks came and went. */
export interface DroppedNetworks {
  readonly networks: number
  /** Bytes resident after the warm-up, and at the most thereafter. */
  readonly before: number
  readonly most: number
}

/**
 * Makes networks, trains each one step and drops it without closing it, while the event loop turns. In Node; where it runs with
 * --expose-gc the garbage collector is called too.
 */
export async function droppedNetworks(backend: Backend, networks: number): Promise<DroppedNetworks> {
  const samples = tenSamples()
  let before = 0
  let most = 0
  for (let seed = 0; seed < WARM_UP + networks; seed++) {
    oneStep(backend, seed, samples)
    if (seed % 10 !== 0) continue
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
    const resident = process.memoryUsage.rss()
    if (seed < WARM_UP) before = Math.max(before, resident)
    else most = Math.max(most, resident)
  }
  return { networks, before, most }
}
