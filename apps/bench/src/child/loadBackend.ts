import { reference, type Backend } from '@nablajs/linalg'
import { noOperations } from './noOperations.js'

/** A backend by the words of the list of competitors. Rejects with the reason where it cannot be loaded. */
export async function loadBackend({ backend, mode, threads = '1' }: Readonly<Record<string, string>>): Promise<Backend> {
  if (backend === 'none') return noOperations
  if (backend === 'wasm') {
    const { wasm } = await import('@nablajs/backend-wasm')
    const options = { mode: mode === 'fast' ? 'fast' : 'exact', threads: Number(threads) } as const
    return wasm(options)
  }
  if (backend === 'blas') {
    const { blas } = await import('@nablajs/backend-blas')
    return blas({ threads: Number(threads) })
  }
  return reference
}
