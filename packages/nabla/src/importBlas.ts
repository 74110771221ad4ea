import type { blas as Blas } from '@nablajs/backend-blas'

/**
 * What loads the machine's BLAS, or undefined where it cannot be: `#blas` is `@nablajs/backend-blas` under the condition `node` of
 * this package's imports, and elsewhere the WebAssembly package, which is there anyway. So no bundle for a browser has it.
 *
 * Shapes: none.
 */
export async function importBlas(): Promise<typeof Blas | undefined> {
  const found: { blas?: typeof Blas } = await import('#blas')
  return found.blas
}
