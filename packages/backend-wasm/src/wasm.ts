import { OptionError, type Backend, type Floats, type Operand, type Recording } from '@nablajs/linalg'
import { columnwise } from './columnwise.js'
import { elementwise } from './elementwise.js'
import { memories, type Memories } from './memories.js'
import { createMemory } from './memory.js'
import { compileKernels, type Kernels, type Modules, type WasmMode } from './module.js'
import { elementwiseNames, stepNames } from './operations.js'
import { products } from './products.js'
import { steps } from './steps.js'
import { threaded } from './threaded.js'
import { SHARES_A_THREAD } from './workerProgram.js'
import { startWorkers, type Workers } from './workers.js'

/** How the backend is loaded. */
export interface WasmOptions {
  /** `exact`, the default: the same bits in every engine. `fast`: fused multiply-add where the engine has it. */
  mode?: WasmMode
  /** Threads that share the work of large operations; 1 unless said. The bits are those of one. */
  threads?: number
  /** The modules of that mode, compiled by the caller; unless given they are compiled from the bytes inside this package. */
  modules?: Modules
}

/** The backend, with what it runs on. */
export interface WasmBackend extends Backend {
  /** How many threads there are: 1 where shared memory or workers are missing, as in a page that is not cross-origin isolated. */
  readonly threads: number
  /** Ends the workers; they end with the process too, and when nothing holds the backend any more. Nothing may be computed after it. */
  close(): void
}

/**
 * The backend in WebAssembly SIMD. In exact mode each product and each sum is rounded to the element type, in the order of the sum,
 * so that every engine gives the same bits.
 *
 * Shapes: those of the `Backend` contract. Rejects with `OptionError` for a mode or a number of threads that cannot be, and with
 * `NablaError`, code `BackendError`, where the engine has no SIMD.
 *
 * @example
 * const net = network([784, 30, 10], { activation: sigmoid, backend: await wasm() })
 */
export async function wasm({ mode = 'exact', threads = 1, modules }: WasmOptions = {}): Promise<WasmBackend> {
  requireMode(mode)
  requireThreads(threads)
  const several = threads > 1 && !modules && typeof SharedArrayBuffer === 'function' ? await loadThreads(mode, threads) : undefined
  if (several) return several
  const kernels = modules ? { ...modules, exact: mode === 'exact' } : await compileKernels(mode, false)
  return backendOn(mode, kernels, memories(kernels, 1), undefined)
}

/** Workers of backends that nothing holds any more. */
const unheld = /* @__PURE__ */ new FinalizationRegistry<Workers>((workers) => workers.end())

/** Undefined where there can be no workers. */
async function loadThreads(mode: WasmMode, threads: number): Promise<WasmBackend | undefined> {
  const kernels = await compileKernels(mode, true)
  const memory = createMemory(kernels, 0, threads * SHARES_A_THREAD)
  const workers = memory && (await startWorkers(kernels, memory, threads))
  if (!workers) return undefined
  const backend = backendOn(mode, kernels, memories(kernels, threads * SHARES_A_THREAD, threaded(memory, workers)), workers)
  unheld.register(backend, workers)
  return backend
}

function backendOn(mode: WasmMode, kernels: Kernels, memory: Memories, workers: Workers | undefined): WasmBackend {
  return {
    name: mode === 'exact' ? 'wasm' : 'wasm-fast',
    exact: kernels.exact,
    threads: workers?.threads ?? 1,
    alloc: memory.alloc,
    ...products(memory),
    ...columnwise(memory),
    kernels: elementwise(elementwiseNames(kernels.columnwise), memory),
    steps: steps(stepNames(kernels.columnwise), memory),
    write,
    read,
    record,
    close: () => workers?.end(),
  }
}

function write({ buffer, offset }: Operand, values: Floats): void {
  buffer.set(values, offset)
}

function read({ buffer, offset }: Operand, values: Floats): void {
  values.set(buffer.subarray(offset, offset + values.length))
}

function record(step: () => void): Recording {
  return {
    run(times: number): void {
      for (let i = 0; i < times; i++) step()
    },
  }
}

function requireMode(mode: unknown): void {
  if (mode === 'exact' || mode === 'fast') return
  throw new OptionError({
    option: 'mode',
    where: 'wasm, mode',
    expected: "'exact' or 'fast'",
    got: String(mode),
    fix: "Leave it out for 'exact': the same bits everywhere.",
  })
}

/** More threads than any machine has are a mistake. */
const MOST_THREADS = 64

function requireThreads(threads: unknown): void {
  if (typeof threads === 'number' && Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return
  throw new OptionError({
    option: 'threads',
    where: 'wasm, threads',
    expected: `a whole number from 1 to ${MOST_THREADS}`,
    got: String(threads),
    fix: 'Give the number of cores that it may use, or leave it out for 1.',
  })
}
