import { wasm } from '@nablajs/backend-wasm'
import { reference } from '@nablajs/linalg'
import { functionHashes } from './functionHashes.js'
import type { Hashes } from './hashes.js'
import { kernelHashes } from './kernelHashes.js'
import { productHashes } from './productHashes.js'
import { runs } from './runs.js'

const STEPS = 1000
/** On the reference backend, which is slow. */
const FEW = 100

/** Every hash of one engine, by what computed them. */
export async function bits(): Promise<Record<string, Hashes>> {
  const exact = await wasm({ mode: 'exact' })
  return {
    functions: await functionHashes(),
    reference: { ...(await runs(reference, FEW)), ...(await productHashes(reference)), ...(await kernelHashes(reference)) },
    'wasm, 1 thread': { ...(await runs(exact, STEPS)), ...(await productHashes(exact)), ...(await kernelHashes(exact)) },
  }
}
