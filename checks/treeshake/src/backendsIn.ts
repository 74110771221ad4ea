import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundlers, writeEntry } from './bundlers.js'
import type { Installed } from './measure.js'

/** Which backends the bundle of an export has. */
export interface BackendsIn {
  bundler: string
  /** Bytes of the bundle, minified and packed. */
  gzip: number
  wasm: boolean
  blas: boolean
}

/** Bundles one export of a package, for a browser, and looks for what only backends have. */
export async function backendsIn({ folder }: Installed, name: string, from: string): Promise<BackendsIn[]> {
  const application = mkdtempSync(join(folder, 'application-'))
  writeEntry(application, name, from)
  const found: BackendsIn[] = []
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const code = await bundle(application)
    found.push({ bundler, gzip: gzipSync(code).length, wasm: code.includes('WebAssembly.compile'), blas: /koffi|NABLA_BLAS|backend-blas/.test(code) })
  }
  return found
}
