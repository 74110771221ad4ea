import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuiltIn } from './builtIns.js'
import { bundlers, writeEntry } from './bundlers.js'

/** What a built-in, imported alone, became. */
export interface Measurement {
  bundler: string
  bytes: number
  /** Names of other built-ins that are in the bundle although nothing uses them. */
  others: string[]
}

const packagesFolder = fileURLToPath(new URL('../../../packages', import.meta.url))

/** Where built packages lie as npm would lay them: copies of their manifest and dist, which may be changed. */
export interface Installed {
  folder: string
  remove(): void
}

/** Installs what is built, by copying it to a folder outside the workspace. */
export function install(): Installed {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'treeshake-')))
  const names = ['linalg', 'activations', 'costs', 'backprop', 'trainer', 'data', 'model-io', 'explain', 'backend-wasm', 'backend-blas', 'nabla']
  for (const name of names) {
    const to = join(folder, 'node_modules', ...(name === 'nabla' ? [] : ['@nablajs']), name)
    mkdirSync(to, { recursive: true })
    for (const part of ['package.json', 'dist']) cpSync(join(packagesFolder, name, part), join(to, part), { recursive: true })
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Bundles one built-in alone with every bundler. `all` are the built-ins whose names must not appear. */
export async function measure({ folder }: Installed, builtIn: BuiltIn, all: readonly BuiltIn[]): Promise<Measurement[]> {
  const application = mkdtempSync(join(folder, 'application-'))
  writeEntry(application, builtIn.name, builtIn.from)
  const mustNotAppear = all.map(({ name }) => name).filter((name) => name !== builtIn.name && !builtIn.knows.includes(name))
  const measurements: Measurement[] = []
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const code = await bundle(application)
    const others = mustNotAppear.filter((name) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(code))
    measurements.push({ bundler, bytes: Buffer.byteLength(code), others })
  }
  return measurements
}

/** Takes from one installed built-in the mark that lets bundlers drop it. Throws where there was none to take. */
export function plantImpure({ folder }: Installed, { from, name }: BuiltIn): void {
  const dist = join(folder, 'node_modules', from, 'dist')
  const mark = new RegExp(`(${name} = )/\\* @__PURE__ \\*/ `)
  const marked = readdirSync(dist)
    .map((file) => join(dist, file))
    .filter((file) => file.endsWith('.js') && mark.test(readFileSync(file, 'utf8')))
  if (marked.length === 0) throw new Error(`${name} of ${from} has no /* @__PURE__ */ in ${dirname(dist)}`)
  for (const file of marked) writeFileSync(file, readFileSync(file, 'utf8').replace(mark, '$1'))
}
