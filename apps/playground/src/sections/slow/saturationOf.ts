import { saturation, type LearningSaturation } from '@nablajs/explain'
import { random } from '@nablajs/linalg'
import type { CostName } from '../../engine/names.js'
import { costs } from '../../engine/names.js'
import { networkOf, type NetworkInput } from '../../engine/networkOf.js'

/** Enough for a shape, few enough while a finger moves. */
export const SAMPLES = 60
const SEED = 7

/** The saturation of every layer of the reader's network with its weights times a number, over inputs drawn from a normal distribution and targets of 0 and 1. */
export function saturationOf(input: NetworkInput, cost: CostName, weightScale: number): LearningSaturation[] {
  const net = networkOf(input)
  for (const w of net.w) if (w) for (let i = 0; i < w.data.length; i++) w.data[i] = (w.data[i] ?? NaN) * weightScale
  const draws = random(SEED)
  const columns = (rows: number, draw: () => number) => ({ rows, data: Float64Array.from({ length: rows * SAMPLES }, draw) })
  const inputs = columns(net.sizes[0] ?? 1, () => draws.normal())
  const targets = columns(net.sizes.at(-1) ?? 1, () => draws.integer(2))
  const layers = saturation(net, inputs, costs[cost], targets)
  net.close()
  return layers
}
