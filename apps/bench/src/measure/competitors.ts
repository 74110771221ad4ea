import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Competitor } from './competitor.js'
import { peers, work } from './prepare.js'

/** Where programs are, or why one is not. */
export interface Programs {
  readonly python: string | Error
  readonly c: string | Error
  readonly peers: true | Error
  /** Of Nodes that need to be asked for relaxed SIMD: the flag. */
  readonly relaxedSimd: readonly string[]
  /** A Node that does not, installed with the peers. */
  readonly newerNode: string | Error
}

const node = (id: string, group: Competitor['group'], adapter: string, settings: readonly string[] = [], flags: readonly string[] = []) => ({
  id,
  group,
  command: process.execPath,
  args: [...flags, join(work, 'main.mjs'), `adapter=${pathToFileURL(adapter).href}`, ...settings],
})
const ours = (id: string, settings: readonly string[], flags: readonly string[] = []) => node(id, 'ours', join(work, 'ours.mjs'), settings, flags)

/** W7 is asked of some only, and a matrix in the backend's memory of ours. */
const NEITHER = { skips: ['W6m', 'W7'] }
const NO_MATRIX = { skips: ['W6m'] }
const NO_OBJECTS = 'not attempted: 668,000 connection objects'

/** All that are measured, ours first. */
export function competitors({ python, c, relaxedSimd, newerNode, ...programs }: Programs): Competitor[] {
  const threads = ['1', '2']
  const blasThreads = (count: string) => ({ OPENBLAS_NUM_THREADS: count, OMP_NUM_THREADS: count, MKL_NUM_THREADS: count })
  const py = (id: string, group: Competitor['group'], file: string, count: string): Competitor => ({
    id,
    group,
    command: python instanceof Error ? 'python3' : python,
    args: [join(peers, 'python', `${file}.py`), `threads=${count}`],
    env: { ...blasThreads(count), PYTHONDONTWRITEBYTECODE: '1' },
    ...missing(python),
  })
  const js = (id: string, file: string) => ({ ...node(id, 'js', join(peers, 'js', `${file}.mjs`)), ...missing(programs.peers) })
  return [
    ours('reference', ['backend=reference']),
    ...threads.map((count) => ours(`wasm exact ${count}t`, ['backend=wasm', 'mode=exact', `threads=${count}`])),
    ...threads.map((count) => ours(`wasm fast ${count}t`, ['backend=wasm', 'mode=fast', `threads=${count}`], relaxedSimd)),
    {
      ...ours('wasm fast 2t Node 24', ['backend=wasm', 'mode=fast', 'threads=2']),
      ...(newerNode instanceof Error ? missing(newerNode) : { command: newerNode }),
    },
    ...threads.map((count) => ours(`blas ${count}t`, ['backend=blas', `threads=${count}`])),
    { ...node('loops by hand', 'hand', join(work, 'handwritten.mjs')), ...NO_MATRIX },
    { ...js('tfjs cpu', 'tfjsCpu'), ...NEITHER },
    { ...js('tfjs wasm', 'tfjsWasm'), ...NO_MATRIX },
    { ...js('jax-js', 'jax'), ...NEITHER },
    { ...js('brain.js', 'brain'), ...NEITHER },
    { ...js('ml-fnn', 'mlFnn'), ...NEITHER },
    { ...js('synaptic', 'synaptic'), ...NEITHER, leavesOut: { W4: NO_OBJECTS } },
    { ...py('numpy looped', 'python', 'numpy_looped', '1'), ...NEITHER },
    { ...py('numpy matrix 1t', 'python', 'numpy_matrix', '1'), ...NO_MATRIX },
    { ...py('numpy matrix 2t', 'python', 'numpy_matrix', '2'), ...NEITHER },
    ...threads.map((count) => ({ ...py(`torch nn ${count}t`, 'torch', 'torch_nn', count), ...NEITHER })),
    ...threads.map((count) => ({ ...py(`torch hand ${count}t`, 'python', 'torch_hand', count), ...NEITHER })),
    { ...py('scikit-learn', 'python', 'sklearn_mlp', '2'), ...NEITHER },
    ...threads.map((count) => ({
      id: `C OpenBLAS ${count}t`,
      group: 'c' as const,
      command: c instanceof Error ? 'gcc' : c,
      args: [`threads=${count}`],
      ...missing(c),
      ...NO_MATRIX,
    })),
  ]
}

function missing(program: unknown): { missing?: string } {
  return program instanceof Error ? { missing: program.message.split('\n')[0] } : {}
}
