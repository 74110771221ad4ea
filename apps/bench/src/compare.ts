import { random } from '@nablajs/linalg'
import { networkFrom, trainOurs } from './ours.js'
import { plainJavaScript, type Start, type Workload } from './plainJavaScript.js'

/** The chapter's network. */
const CHAPTER: Workload = { sizes: [784, 30, 10], batch: 10, eta: 0.1 }

/** Samples a second, round by round, and the ratio of each round. */
export interface Comparison {
  readonly plain: number[]
  readonly ours: number[]
  readonly ratios: number[]
}

/** Trains both in turn, one round to warm up and then `rounds` that count, on `samples` samples each. */
export async function compare(rounds: number, samples: number): Promise<Comparison> {
  const draws = random(1)
  const floats = (length: number, draw: () => number) => Float32Array.from({ length }, draw)
  const x = floats(samples * 784, () => (draws.uniform() < 0.2 ? draws.uniform() : 0))
  const y = floats(samples * 10, () => 0).map((_, i) => (i % 10 === Math.floor(i / 10) % 10 ? 1 : 0))
  const start: Start = { w: [floats(784 * 30, draws.normal), floats(300, draws.normal)], b: [floats(30, draws.normal), floats(10, draws.normal)] }
  const net = networkFrom(CHAPTER, start)
  const step = plainJavaScript(CHAPTER, start, x, y)

  const result: Comparison = { plain: [], ours: [], ratios: [] }
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now()
    for (let first = 0; first + 10 <= samples; first += 10) step(first)
    const plain = samples / ((performance.now() - began) / 1000)
    const ours = await trainOurs(net, CHAPTER, x, y, 1)
    if (round === 0) continue
    result.plain.push(plain)
    result.ours.push(ours)
    result.ratios.push(ours / plain)
  }
  return result
}
