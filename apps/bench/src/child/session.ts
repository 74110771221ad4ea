import type { Workload } from '../workloads.js'

/** A layer's start, row after row: w[j · inputs + k], j a neuron. */
export interface Start {
  readonly inputs: number
  readonly outputs: number
  readonly w: Float32Array
  readonly b: Float32Array
}

/** Digits as bytes, column after column, and the class of each. */
export interface Bytes {
  readonly images: Uint8Array
  readonly labels: Uint8Array
}

/** What an adapter is given. */
export interface Task extends Workload {
  /** Samples that x and y hold, one after another. */
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly layers: readonly Start[]
  /** Of `epochs` alone: 50,000 digits to train on and 10,000 to test on. */
  readonly training: Bytes
  readonly test: Bytes
  /** What the competitor's line in the list says beside its adapter, for example the number of threads. */
  readonly settings: Readonly<Record<string, string>>
}

/** A library with a network, ready to run. */
export interface Session {
  /** `run` takes multiples of this. */
  readonly granularity?: number
  /** Trains on, or predicts, `n` samples: the ones after the last call's, from the beginning again when they are used up. */
  run(n: number): void | Promise<void>
  /** The outputs for the first `n` samples, one after another. */
  outputs?(n: number): ArrayLike<number> | Promise<ArrayLike<number>>
  /** w², b², w³, …, each w row after row; absent where the library does not start from our weights. */
  parameters?(): Float32Array | Promise<Float32Array>
  /** Of `epochs`: how many test digits were right after the last epoch. */
  correct?(): number
  /** What is not as in the others. */
  readonly note?: string
  close?(): void
}

/** A library: its version, and a session or the reason why there is none. */
export interface Adapter {
  readonly version: string
  open(task: Task): Session | { cannot: string } | Promise<Session | { cannot: string }>
}
