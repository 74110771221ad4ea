/** Something to measure: a program that keeps the protocol of child/main.ts. */
export interface Competitor {
  readonly id: string
  /** What it is in the comparisons. */
  readonly group: 'ours' | 'js' | 'hand' | 'torch' | 'python' | 'c'
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Workloads that it cannot do, and why. */
  readonly leavesOut?: Readonly<Record<string, string>>
  /** Workloads that are not asked of it. */
  readonly skips?: readonly string[]
  /** Why it cannot run at all on this machine. */
  readonly missing?: string
}
