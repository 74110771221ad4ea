import { zeros, type Backend } from '@nablajs/linalg'
import type { Session, Task } from './session.js'

/** Products C = op(A) op(B) on a backend: sizes are m, k, n of op(A): m × k, op(B): k × n. A run takes `n` products. */
export function products({ sizes: [m, k, n], transposes = 'NN' }: Task, backend: Backend): Session {
  const [left, right] = [transposes.startsWith('T'), transposes.endsWith('T')]
  const filled = (rows: number, cols: number) => {
    const matrix = zeros(rows, cols, { backend })
    for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = ((i * 7919) % 1000) / 1000 - 0.5
    return matrix
  }
  const [a, b, c] = [left ? filled(k, m) : filled(m, k), right ? filled(n, k) : filled(k, n), zeros(m, n, { backend })]
  return {
    granularity: 1,
    run(count) {
      for (let i = 0; i < count; i++) backend.gemm(left, right, 1, a, b, 0, c)
    },
    note: backend.name,
  }
}
