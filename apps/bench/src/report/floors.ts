import type { Row } from '../measure/measure.js'

/** A comparison that is to reach a floor in some workloads. */
export interface Goal {
  readonly name: string
  /** Whose rate is taken: the fastest of those that this accepts. */
  readonly ours: (row: Row) => boolean
  readonly theirs: (row: Row) => boolean
  /** At least this ratio, by workload. */
  readonly floors: Readonly<Record<string, number>>
}

const is = (...ids: string[]) => (row: Row) => ids.includes(row.id)
const group = (name: Row['group']) => (row: Row) => row.group === name
const byWorkload = (...floors: [number, number, number, number, number, number, number]) => {
  const [W1, W2, W3, W4, W5, W6a, W6b] = floors
  return { W1, W2, W3, W4, W5, W6a, W6b, W6m: W6b }
}
const blasFloors = byWorkload(0.6, 0.7, 0.85, 0.92, 0.35, 0.4, 0.9)

/** What the figures are to reach. */
export const goals: readonly Goal[] = [
  {
    name: 'wasm exact 1t / best JavaScript peer',
    ours: is('wasm exact 1t'),
    theirs: group('js'),
    floors: byWorkload(15, 8, 2.7, 1.7, 3, 4, 1.1),
  },
  {
    name: 'wasm fast 2t / best JavaScript peer',
    ours: is('wasm fast 2t', 'wasm fast 2t Node 24'),
    theirs: group('js'),
    floors: byWorkload(15, 10, 5, 4, 3, 4, 2),
  },
  {
    name: 'best of ours / PyTorch nn',
    ours: group('ours'),
    theirs: group('torch'),
    floors: byWorkload(12, 6, 1.7, 1.3, 100, 5, 0.95),
  },
  {
    name: 'best of ours / best of Numpy and PyTorch by hand',
    ours: group('ours'),
    theirs: (row) => row.group === 'python' && !is('scikit-learn', 'numpy looped')(row),
    floors: byWorkload(1.8, 1.4, 1.02, 1, 9, 2, 0.75),
  },
  { name: 'blas 1t / C OpenBLAS 1t', ours: is('blas 1t'), theirs: is('C OpenBLAS 1t'), floors: blasFloors },
  { name: 'blas 2t / C OpenBLAS 2t', ours: is('blas 2t'), theirs: is('C OpenBLAS 2t'), floors: blasFloors },
  { name: 'wasm exact 2t / wasm exact 1t', ours: is('wasm exact 2t'), theirs: is('wasm exact 1t'), floors: { W1: 1, W4: 1.7 } },
  { name: 'wasm fast 2t / wasm fast 1t', ours: is('wasm fast 2t'), theirs: is('wasm fast 1t'), floors: { W1: 1, W4: 1.7 } },
  { name: 'reference / loops by hand', ours: is('reference'), theirs: is('loops by hand'), floors: { W1: 2 } },
  { name: 'wasm exact 1t / Numpy matrix 1t', ours: is('wasm exact 1t'), theirs: is('numpy matrix 1t'), floors: { W7: 1 } },
  { name: 'best of ours / Numpy matrix 1t', ours: group('ours'), theirs: is('numpy matrix 1t'), floors: { W7: 1.8 } },
]
