import { wasm } from '@nablajs/backend-wasm'
import { reference, type Backend } from '@nablajs/linalg'

/** What loads each backend by its name on the command line. */
export const backends = {
  wasm: (): Promise<Backend> => wasm(),
  reference: (): Promise<Backend> => Promise.resolve(reference),
  // Most machines need no BLAS for this, so its package is loaded when it is asked for.
  blas: async (): Promise<Backend> => (await import('@nablajs/backend-blas')).blas(),
}
