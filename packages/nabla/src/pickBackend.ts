import { wasm } from '@nablajs/backend-wasm'
import { OptionError, reference, type Backend } from '@nablajs/linalg'
import { importBlas } from './importBlas.js'
import { kept } from './kept.js'
import { warnOnce } from './warnOnce.js'

/** What is asked of a backend: the same bits everywhere, or speed alone. */
export type Mode = 'exact' | 'fast'

/** What the backend is for. */
export interface PickOptions {
  /** Neurons of each layer, n_1, …, n_L. */
  sizes: readonly number[]
  /** Columns that are usually computed at once; 10 unless said. */
  batchSize?: number
  /** Threads that large operations may use; 1 unless said. */
  threads?: number
}

/** Products with fewer multiplications are WebAssembly's in the BLAS backend too: no library need be loaded for them. */
const LIBRARY_PAYS = 8000

/**
 * The fastest backend there is that keeps the promise asked for, loaded once and shared by all that ask for it. `exact`: exact
 * WebAssembly. `fast`: the machine's BLAS where a product of the network is large enough for it, otherwise fast WebAssembly. What is
 * missing is said once, as a warning, and the next best is taken: fast WebAssembly for BLAS, the reference backend for SIMD.
 *
 * Shapes: `sizes` is n_1, …, n_L. Rejects with `OptionError` for a mode or threads that cannot be, and with `FloatModeError` where
 * the library found makes the thread flush subnormal numbers.
 *
 * @example
 * const backend = await pickBackend('fast', { sizes: [784, 100, 10], batchSize: 128, threads: 2 })
 */
export async function pickBackend(mode: Mode, { sizes, batchSize = 10, threads = 1 }: PickOptions): Promise<Backend> {
  requireMode(mode)
  const large = mode === 'fast' && sizes.some((n, i) => n * (sizes[i - 1] ?? 0) * batchSize >= LIBRARY_PAYS)
  return (large ? await fromLibrary(threads) : undefined) ?? (await inWasm(mode, threads))
}

const loadBlas = /* @__PURE__ */ kept(async (threads: number) => (await importBlas())?.({ threads }))
const loadWasm = {
  exact: /* @__PURE__ */ kept((threads: number) => wasm({ mode: 'exact', threads })),
  fast: /* @__PURE__ */ kept((threads: number) => wasm({ mode: 'fast', threads })),
}

/** Undefined where there is no library: in a browser, or on a machine without one. */
async function fromLibrary(threads: number): Promise<Backend | undefined> {
  try {
    return await loadBlas(threads)
  } catch (error) {
    if (codeOf(error) === 'BackendError') return undefined
    if (codeOf(error) !== 'LibraryError') throw error
    warnOnce('NABLA_NO_BLAS', `no BLAS, so mode 'fast' runs on WebAssembly. ${messageOf(error)}`)
    return undefined
  }
}

async function inWasm(mode: Mode, threads: number): Promise<Backend> {
  try {
    return await loadWasm[mode](threads)
  } catch (error) {
    if (codeOf(error) !== 'BackendError') throw error
    warnOnce('NABLA_NO_SIMD', `no WebAssembly SIMD, so networks run on the reference backend: slower, with bits of its own. ${messageOf(error)}`)
    return reference
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function requireMode(mode: unknown): void {
  if (mode === 'exact' || mode === 'fast') return
  throw new OptionError({
    option: 'mode',
    where: 'network, mode',
    expected: "'exact' or 'fast'",
    got: String(mode),
    fix: "Leave it out for 'exact': the same bits everywhere.",
  })
}
