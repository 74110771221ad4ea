/** What one workload trains or predicts. */
export interface Workload {
  readonly id: string
  readonly kind: 'train' | 'predict' | 'epochs' | 'gemm' | 'peak'
  readonly sizes: readonly number[]
  readonly batch: number
  readonly activation: 'sigmoid' | 'tanh'
  readonly eta: number
  /** Predicts from a matrix that lies in the memory of the library already. Ours only. */
  readonly resident?: boolean
  /** Of a product: which factors are transposed, `N` or `T` each. */
  readonly transposes?: string
  /** Said behind the id. */
  readonly title: string
}

const sigmoidal = { activation: 'sigmoid', eta: 0.1 } as const

/** W1 … W7. float32, plain stochastic gradient descent, quadratic cost. */
export const workloads: readonly Workload[] = [
  { id: 'W1', kind: 'train', sizes: [784, 30, 10], batch: 10, ...sigmoidal, title: 'train [784, 30, 10], batches of 10' },
  { id: 'W2', kind: 'train', sizes: [784, 100, 10], batch: 10, ...sigmoidal, title: 'train [784, 100, 10], batches of 10' },
  { id: 'W3', kind: 'train', sizes: [784, 100, 10], batch: 128, ...sigmoidal, title: 'train [784, 100, 10], batches of 128' },
  { id: 'W4', kind: 'train', sizes: [784, 512, 512, 10], batch: 128, ...sigmoidal, title: 'train [784, 512, 512, 10], batches of 128' },
  { id: 'W5', kind: 'train', sizes: [2, 8, 8, 1], batch: 10, activation: 'tanh', eta: 0.03, title: 'train [2, 8, 8, 1], tanh, batches of 10' },
  { id: 'W6a', kind: 'predict', sizes: [784, 30, 10], batch: 1, ...sigmoidal, title: 'predict with [784, 30, 10], one sample at a time' },
  { id: 'W6b', kind: 'predict', sizes: [784, 30, 10], batch: 1000, ...sigmoidal, title: 'predict with [784, 30, 10], 1,000 samples at once, plain numbers' },
  { id: 'W6m', kind: 'predict', sizes: [784, 30, 10], batch: 1000, ...sigmoidal, resident: true, title: 'as W6b, from a matrix of the backend (ours only)' },
  { id: 'W7', kind: 'epochs', sizes: [784, 30, 10], batch: 10, ...sigmoidal, eta: 3, title: 'epochs of 50,000 digits with [784, 30, 10], shuffled, from bytes, 10,000 tested after each' },
]
