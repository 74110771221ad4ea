import { sigmoid, tanh } from '@nablajs/activations'
import { wasm, type WasmBackend } from '@nablajs/backend-wasm'
import { network, type Network } from '@nablajs/backprop'
import { random } from '@nablajs/linalg'
import type { Samples } from '@nablajs/trainer'

/** Samples; the last minibatch of an epoch is a short one, which the threads do not share. */
const SIZE = 300
/** Samples in a minibatch. */
export const BATCH = 32
/** 32 · 64 · 200 products, more than the 400,000 from which threads share them. */
const [INPUTS, HIDDEN, CLASSES] = [64, 200, 3]

/** What is trained, on what. */
export interface Subject {
  readonly backend: WasmBackend
  readonly net: Network
  readonly samples: Samples
}

/** The same network and the same samples each time, on a backend with so many threads. */
export async function subject(threads: number): Promise<Subject> {
  const backend = await wasm({ threads })
  if (backend.threads !== threads) throw new Error(`${backend.threads} threads began, not ${threads}`)
  const net = network([INPUTS, { neurons: HIDDEN, activation: tanh }, CLASSES], { activation: sigmoid, seed: 7, backend, maxBatch: BATCH })
  return { backend, net, samples: drawnSamples() }
}

function drawnSamples(): Samples {
  const draws = random(11)
  const inputs = { rows: INPUTS, data: Float32Array.from({ length: INPUTS * SIZE }, () => draws.normal()) }
  const targets = { rows: CLASSES, data: new Float32Array(CLASSES * SIZE) }
  for (let i = 0; i < SIZE; i++) targets.data[CLASSES * i + draws.integer(CLASSES)] = 1
  return { size: SIZE, inputs, targets }
}
