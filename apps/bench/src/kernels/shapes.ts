import type { Workload } from '../workloads.js'

const product = (id: string, title: string, sizes: [number, number, number], transposes: 'NN' | 'TN' | 'NT'): Workload => ({
  id,
  kind: 'gemm',
  sizes,
  transposes,
  batch: 1,
  activation: 'sigmoid',
  eta: 0,
  title,
})

const squares = [128, 256, 512, 1024].map((n) => product(`n = ${n}`, 'square', [n, n, n], 'NN'))

/** Products m × k times k × n: squares, and those of a step of W1 … W4. Of W2, what differs from W1 most. */
export const shapes: readonly Workload[] = [
  ...squares,
  product('W1 forward', 'w a', [30, 784, 10], 'NN'),
  product('W1 BP2', 'wᵀ δ', [30, 10, 10], 'TN'),
  product('W1 BP4', 'δ aᵀ', [30, 10, 784], 'NT'),
  product('W2 forward', 'w a', [100, 784, 10], 'NN'),
  product('W2 BP4', 'δ aᵀ', [100, 10, 784], 'NT'),
  product('W3 forward', 'w a', [100, 784, 128], 'NN'),
  product('W3 BP2', 'wᵀ δ', [100, 10, 128], 'TN'),
  product('W3 BP4', 'δ aᵀ', [100, 128, 784], 'NT'),
  product('W4 forward', 'w a', [512, 512, 128], 'NN'),
  product('W4 BP2', 'wᵀ δ', [512, 512, 128], 'TN'),
  product('W4 BP4', 'δ aᵀ', [512, 128, 512], 'NT'),
]

/** Floating-point operations of one product. */
export function operationsOf({ sizes: [m, k, n] }: Workload): number {
  return 2 * m * k * n
}
