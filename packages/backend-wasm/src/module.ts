import { NablaError } from '@nablajs/linalg'
import { exact } from './modules/exact.js'
import { fast } from './modules/fast.js'

/** What is asked of the kernels: the same bits everywhere, or speed. */
export type WasmMode = 'exact' | 'fast'

/** The kernels, compiled. */
export interface Kernels {
  readonly module: WebAssembly.Module
  /** Whether they are the exact build. */
  readonly exact: boolean
}

/**
 * The bytes of a build, for a page that serves them as a file and compiles them while they stream in:
 * `wasm({ module: await WebAssembly.compileStreaming(fetch('exact.wasm')) })`.
 *
 * Shapes: none.
 */
export function wasmBytes(mode: WasmMode): Uint8Array<ArrayBuffer> {
  const text = atob(mode === 'exact' ? exact : fast)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/**
 * Compiles the build that is asked for; the exact one where the engine has no relaxed SIMD. A module linked to plain memory does
 * not link to shared memory: `shared` sets the byte that says which.
 *
 * Shapes: none. Rejects with `NablaError`, code `BackendError`, where WebAssembly SIMD is missing.
 */
export async function compileKernels(mode: WasmMode, shared: boolean): Promise<Kernels> {
  const relaxed = mode === 'fast' && WebAssembly.validate(wasmBytes('fast'))
  const bytes = wasmBytes(relaxed ? 'fast' : 'exact')
  if (!WebAssembly.validate(bytes)) throw noSimd()
  if (shared) bytes[placeOfSharedFlag(bytes)] = SHARED
  return { module: await WebAssembly.compile(bytes), exact: !relaxed }
}

/** Limits of a memory with a maximum, as an import writes them: shared. */
const SHARED = 3

/** The memory's limits follow its name and kind: "env", "memory", 2. */
function placeOfSharedFlag(bytes: Uint8Array): number {
  const name = [3, ...Array.from('env', code), 6, ...Array.from('memory', code), 2]
  let at = 0
  while (!name.every((byte, i) => bytes[at + i] === byte)) at++
  return at + name.length
}

function code(letter: string): number {
  return letter.charCodeAt(0)
}

function noSimd(): NablaError {
  return new NablaError('BackendError', {
    where: 'wasm',
    expected: 'WebAssembly with SIMD: Node 16.4, Chrome 91, Firefox 89 or Safari 16.4, or newer',
    got: typeof WebAssembly === 'undefined' ? 'no WebAssembly' : 'WebAssembly without SIMD',
    fix: 'Use the reference backend of @nablajs/linalg here, which needs neither.',
  })
}
