import { OptionError, type Backend } from '@nablajs/linalg'
import { wasm } from '@nablajs/backend-wasm'
import { Addresses } from './addresses.js'
import { checkProduct } from './checkProduct.js'
import { findLibrary } from './findLibrary.js'
import { requireFloatMode } from './floatMode.js'
import { loadKoffi } from './loadKoffi.js'
import { overLibrary } from './overLibrary.js'
import { productOf } from './product.js'
import { findRoutines, type Routines } from './symbols.js'

/**
 * Measured with OpenBLAS: plain WebAssembly is done before the library up to 4,000 multiplications, with fused multiply-add up to
 * 10,000; with one column up to 24,000 and more.
 */
const SMALLEST = { matrix: 8000, column: 32_000 }

/** How a library is loaded. */
export interface BlasOptions {
  /** The library: a path, or a name that the system's loader finds. Else NABLA_BLAS says which, or the first one found is taken. */
  readonly path?: string | undefined
  /** Threads of a product; 1 unless said. The library has one number for the whole process: the last call holds. */
  readonly threads?: number | undefined
}

/** The backend `blas`, and what it runs on. */
export interface BlasBackend extends Backend {
  /** The library: its name and version as it tells them, and the path or name it was loaded by. */
  readonly library: { readonly name: string; readonly path: string }
  /** Threads that a product may use; undefined where the library cannot be told and keeps its own count. */
  readonly threads: number | undefined
}

/**
 * The machine's BLAS as a backend: products by OpenBLAS, MKL, BLIS or Accelerate, everything else by the WebAssembly backend in the
 * same memory. It gives up the bits for speed: they are the library's.
 *
 * Shapes: those of the `Backend` contract. Rejects with `LibraryError` where there is no library or no koffi, or where the library's
 * first product is wrong, with `FloatModeError` where it makes this thread flush subnormal numbers, and with `OptionError` for a
 * count of threads that cannot be meant or that the library cannot be told.
 */
export async function blas({ path, threads }: BlasOptions = {}): Promise<BlasBackend> {
  const koffi = await loadKoffi()
  const { platform, arch, env } = process
  requireFloatMode('what this process loaded before')
  const library = findLibrary(koffi, { path, platform, arch, environment: env })
  requireFloatMode(library.path)
  const routines = findRoutines(library)
  const set = setThreads(routines, threads)
  const addresses = new Addresses(koffi)
  const product = productOf(routines, addresses)
  const backend = overLibrary({ base: await wasm({ mode: 'fast' }), product, addresses, smallest: SMALLEST })
  checkProduct(library.path, backend, product)
  requireFloatMode(library.path)
  return { ...backend, library: { name: routines.name, path: library.path }, threads: set }
}

/** Sets the threads and returns them: one, where nobody says otherwise. A library that cannot be told then keeps its own count. */
function setThreads({ name, setThreads }: Routines, threads: number | undefined): number | undefined {
  const known = threads === undefined || (Number.isInteger(threads) && threads >= 1)
  if (known && (setThreads || threads === undefined)) {
    setThreads?.(threads ?? 1)
    return setThreads && (threads ?? 1)
  }
  throw new OptionError({
    option: 'threads',
    where: 'blas, threads',
    expected: known ? `a library that can be told its threads` : 'a whole number of at least 1',
    got: known ? name : String(threads),
    fix: known ? 'Leave threads out, and set the environment variable of the library before the process starts.' : 'Give the number of cores to use.',
  })
}
