import { wasm } from '@nablajs/backend-wasm'
import { reference, type Backend } from '@nablajs/linalg'
import { functionHashes } from './functionHashes.js'
import type { Hashes } from './hashes.js'
import { kernelHashes } from './kernelHashes.js'
import { productHashes } from './productHashes.js'
import { runs } from './runs.js'
import { stepHashes } from './stepHashes.js'
import { workloads } from './workloads.js'

const STEPS = 1000
/** On the reference backend, which is slow. */
const FEW = 100

/** Every hash of one engine, by what computed them. */
export async function bits(): Promise<Record<string, Hashes>> {
  const all: Record<string, Hashes> = { functions: await functionHashes(), reference: await hashesOf(reference, FEW) }
  for (const wanted of [1, 2]) {
    const backend = await wasm({ mode: 'exact', threads: wanted })
    if (backend.threads !== wanted && sharesMemory()) throw new Error(`${backend.threads} threads instead of ${wanted}`)
    all[`wasm, ${wanted} thread${wanted === 1 ? '' : 's'}`] = await hashesOf(backend, STEPS)
  }
  return all
}

/** Those of the backend with two threads, where it can have them, and of the small workloads: what takes long is left out. */
export async function fewBits(): Promise<Record<string, Hashes>> {
  const backend = await wasm({ mode: 'exact', threads: 2 })
  const small = workloads.filter(({ name }) => name !== 'W3')
  return { [`wasm, ${backend.threads} threads`]: { ...(await runs(backend, STEPS, small)), ...(await operationHashes(backend)) } }
}

async function hashesOf(backend: Backend, steps: number): Promise<Hashes> {
  return { ...(await runs(backend, steps)), ...(await operationHashes(backend)) }
}

async function operationHashes(backend: Backend): Promise<Hashes> {
  return { ...(await productHashes(backend)), ...(await kernelHashes(backend)), ...(await stepHashes(backend)) }
}

/** Node does, and a page where it is isolated; elsewhere a backend of two threads has one. */
function sharesMemory(): boolean {
  return globalThis.crossOriginIsolated ?? true
}
