import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { blas } from '@nablajs/backend-blas'
import { wasm } from '@nablajs/backend-wasm'
import { network, pickBackend, quadratic, train, xor } from 'nabla'
import type { BadInput } from '../badInput.js'
import { root } from '../root.js'

const run = promisify(execFile)

/** A count of threads that nothing else asks for: its backend is loaded anew. */
const THREADS = 3

/** Does something where WebAssembly knows no SIMD. */
async function withoutSimd<T>(work: () => Promise<T>): Promise<T> {
  const { validate } = WebAssembly
  WebAssembly.validate = () => false
  try {
    return await work()
  } finally {
    WebAssembly.validate = validate
  }
}

/** The parameters after a training in which the clock jumps at a step. */
async function parametersAfter(jump: number): Promise<string> {
  const { now } = performance
  let slept = 0
  performance.now = () => now.call(performance) + slept
  try {
    const net = await network([2, 4, 1])
    const options = { cost: quadratic, epochs: 5, batchSize: 1, learningRate: 1, onStep: () => void (slept = jump) }
    for await (const { number } of train(net, xor(), options)) if (number > 5) break
    return net.parameters.join()
  } finally {
    performance.now = now
  }
}

/** 42: what the machine has and has not. */
export const machine: readonly BadInput[] = [
  {
    number: 42, given: 'a BLAS whose whole numbers have 64 bits', answer: 'policy', policy: 'Found by its names; every size is passed as 64 bits, which both kinds read.', names: ['blas'],
    simulated: 'a BLAS of a few lines, compiled so',
    async give({ folder }) {
      const path = join(folder, 'blas.so')
      try {
        await run('gcc', ['-shared', '-fPIC', '-DINTEGER=long', '-DNAME(x)=x##_64_', '-o', path, join(root, 'packages', 'backend-blas', 'fixtures', 'gemm.c')])
      } catch {
        return undefined
      }
      return (await blas({ path })).name
    },
  },
  {
    number: 42, given: 'a BLAS that the system cannot load, as one for glibc under musl', answer: 'error', names: ['NABLA_BLAS', 'a BLAS library'],
    simulated: 'a file that is no library; on Linux',
    async give({ folder }) {
      if (process.platform !== 'linux') return undefined
      const path = join(folder, 'libopenblas.so')
      await writeFile(path, 'no library')
      return blas({ path }).then(
        ({ name }) => name,
        (error: unknown) => {
          if (error instanceof Error && 'got' in error) error.message = error.message.replace(String(error.got), 'what the system says')
          throw error
        },
      )
    },
  },
  { number: 42, given: 'an engine without WebAssembly SIMD, for `wasm()`', answer: 'error', names: ['wasm', 'SIMD', 'reference backend'], simulated: '`WebAssembly.validate` says no', give: () => withoutSimd(async () => (await wasm({ threads: THREADS })).name) },
  {
    number: 42, given: 'the same for `network` of nabla', answer: 'policy', policy: 'The reference backend is taken, and a warning said once (code NABLA_NO_SIMD).', names: ['reference'], simulated: '`WebAssembly.validate` says no',
    give: () => withoutSimd(async () => (await pickBackend('exact', { sizes: [2, 3, 1], threads: THREADS })).name),
  },
  {
    number: 42, given: 'a laptop that sleeps in the middle of a run', answer: 'policy', policy: 'No step looks at the clock: the same bits.', names: ['the same parameters'], simulated: 'the clock jumps by eight hours',
    give: async () => ((await parametersAfter(8 * 3_600_000)) === (await parametersAfter(0)) ? 'the same parameters' : 'other parameters'),
  },
]
