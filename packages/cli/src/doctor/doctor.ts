import { sigmoid } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { fromFunction, reference, type Backend } from '@nablajs/linalg'
import { updateMiniBatch } from '@nablajs/trainer'
import { wasm } from '@nablajs/backend-wasm'
import { blas } from '@nablajs/backend-blas'
import { codeOf } from '../exitCode.js'
import { textTable } from '../terminal/textTable.js'
import type { Terminal } from '../terminal/terminal.js'

/** What was found of one backend. */
export interface Finding {
  readonly backend: string
  /** Steps of the chapter's network: samples a second. */
  readonly samplesPerSecond?: number
  /** The largest difference of its gradient from the reference's, relative to the largest entry. */
  readonly difference?: number
  /** Why it does not work here, and what to do. */
  readonly cannot?: string
}

const candidates: readonly (readonly [name: string, load: () => Promise<Backend>])[] = [
  ['reference', () => Promise.resolve(reference)],
  ['wasm exact', () => wasm()],
  ['wasm exact, 2 threads', () => wasm({ threads: 2 })],
  ['wasm fast', () => wasm({ mode: 'fast' })],
  ['blas', () => blas()],
]

/** Training goes on for this long before and while it is timed. */
const SECONDS = 0.3

/**
 * Tries every backend on this machine: whether it loads, whether its gradient is that of the reference, how fast it is.
 *
 * Shapes: none.
 */
export async function doctor(out: Terminal): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [name, load] of candidates) {
    out.note(`trying ${name} …`)
    findings.push(await examine(name, load))
  }
  out.show(`Node ${process.versions.node}, ${process.platform} ${process.arch}`)
  out.show('The network of chapter 2, [784, 30, 10], batches of 10:\n')
  const rows = findings.map(({ backend, samplesPerSecond, difference, cannot }) => [
    backend,
    samplesPerSecond === undefined ? '–' : `${Math.round(samplesPerSecond).toLocaleString('en')} samples/s`,
    difference === undefined ? (cannot ?? '') : `gradient within ${difference.toExponential(0)}`,
  ])
  out.show(textTable(['backend', 'speed', ''], rows))
  out.value({ node: process.versions.node, platform: process.platform, arch: process.arch, backends: findings })
  return findings
}

/**
 * What is found of one backend.
 *
 * Shapes: none. Rejects with what nobody threw on purpose.
 */
export async function examine(name: string, load: () => Promise<Backend>): Promise<Finding> {
  try {
    const backend = await load()
    return { backend: name, samplesPerSecond: speedOf(backend), difference: differenceOf(backend) }
  } catch (error) {
    if (codeOf(error) === undefined || !(error instanceof Error)) throw error
    return { backend: name, cannot: error.message }
  }
}

const sizes = [784, 30, 10]
const X = fromFunction(784, 10, (j, i) => ((j * 31 + i * 17) % 256) / 255)
const Y = fromFunction(10, 10, (j, i) => (j === i ? 1 : 0))

function differenceOf(backend: Backend): number {
  const theirs = backprop(network(sizes, { activation: sigmoid }), quadratic, X, Y).flat
  const ours = Array.from(backprop(network(sizes, { activation: sigmoid, backend }), quadratic, X, Y).flat)
  const gaps = ours.map((entry, at) => Math.abs(entry - (theirs[at] ?? NaN)))
  return Math.max(...gaps) / Math.max(...ours.map(Math.abs))
}

function speedOf(backend: Backend): number {
  const net = network(sizes, { activation: sigmoid, backend })
  const train = () => {
    const began = performance.now()
    let samples = 0
    while (performance.now() - began < 1000 * SECONDS) {
      for (let step = 0; step < 10; step++) updateMiniBatch(net, X, Y, { cost: quadratic, learningRate: 0.1 })
      samples += 100
    }
    return (1000 * samples) / (performance.now() - began)
  }
  train()
  return train()
}
