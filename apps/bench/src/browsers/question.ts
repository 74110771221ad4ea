import type { Workload } from '../workloads.js'

/** What a browser is asked to measure. */
export interface Question {
  readonly workloads: readonly Workload[]
  readonly backends: readonly { readonly id: string; readonly settings: Readonly<Record<string, string>> }[]
  readonly repeats: number
  readonly seconds: number
}

/** What came of one backend in one workload. */
export interface Answer {
  readonly workload: string
  readonly id: string
  readonly rates: readonly number[]
  readonly cannot?: string
}
