import { wasmBytes } from '@nablajs/backend-wasm'
import type { Session, Task } from './session.js'

/** Floating-point operations of a turn of the kernel. */
export const OPERATIONS = 320

type Peak = (turns: number) => number

/** The kernel of the WebAssembly module that adds up products in registers and touches no memory: as fast as this core goes. */
export async function peak({ settings: { mode } }: Task): Promise<Session> {
  const { products } = await wasmBytes(mode === 'fast' ? 'fast' : 'exact')
  const { instance } = await WebAssembly.instantiate(products, { env: { memory: new WebAssembly.Memory({ initial: 16, maximum: 65536 }) } })
  const kernel = instance.exports.peak_f32
  if (!isPeak(kernel)) throw new Error('the module has no peak_f32')
  return {
    granularity: 1000,
    run(turns) {
      kernel(turns)
    },
    note: 'in registers',
  }
}

function isPeak(kernel: unknown): kernel is Peak {
  return typeof kernel === 'function'
}
