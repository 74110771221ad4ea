import { NablaError } from '@nablajs/linalg'
import { columnwise } from './modules/columnwise.js'
import { exact } from './modules/exact.js'
import { fast } from './modules/fast.js'

/** What is asked of the kernels: the same bits everywhere, or speed. */
export type WasmMode = 'exact' | 'fast'

/** The kernels: two modules that are linked to one memory. */
export interface Modules<Form = WebAssembly.Module> {
  /** Products of matrices, and the step that is one. */
  readonly products: Form
  /** What works column by column and number by number; the same bits in both modes. */
  readonly columnwise: Form
}

/** Compiled kernels. */
export interface Kernels extends Modules {
  /** Whether the products are the exact build. */
  readonly exact: boolean
}

/**
 * The bytes of both modules, for a page that serves them as files and compiles them while they stream in, to be given as
 * `wasm({ modules })`.
 *
 * Shapes: none.
 */
export async function wasmBytes(mode: WasmMode): Promise<Modules<Uint8Array<ArrayBuffer>>> {
  const [products, others] = await Promise.all([inflate(mode === 'exact' ? exact : fast), inflate(columnwise)])
  return { products, columnwise: others }
}

/**
 * Compiles the kernels that are asked for; the exact ones where the engine has no relaxed SIMD. A module linked to plain memory
 * does not link to shared memory: `shared` sets the byte that says which.
 *
 * Shapes: none. Rejects with `NablaError`, code `BackendError`, where WebAssembly SIMD is missing.
 */
export async function compileKernels(mode: WasmMode, shared: boolean): Promise<Kernels> {
  let bytes = await wasmBytes(mode)
  const relaxed = mode === 'fast' && WebAssembly.validate(bytes.products)
  if (mode === 'fast' && !relaxed) bytes = await wasmBytes('exact')
  if (!WebAssembly.validate(bytes.products)) throw noSimd()
  const [products, others] = await Promise.all([compile(bytes.products, shared), compile(bytes.columnwise, shared)])
  return { products, columnwise: others, exact: !relaxed }
}

async function compile(bytes: Uint8Array<ArrayBuffer>, shared: boolean): Promise<WebAssembly.Module> {
  if (shared) bytes[placeOfLimits(bytes)] = SHARED
  return await WebAssembly.compile(bytes)
}

async function inflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = Uint8Array.from(atob(text), code)
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** How an import says of its memory that it has a maximum and is shared. */
const SHARED = 3

/** The limits of a memory follow its name and kind: "env", "memory", 2. */
function placeOfLimits(bytes: Uint8Array): number {
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
    expected: 'WebAssembly with SIMD: Node 18, Chrome 103, Firefox 113 or Safari 16.4, or newer',
    got: 'WebAssembly without it',
    fix: 'Use the reference backend of @nablajs/linalg here, which needs neither.',
  })
}
