import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What the tests read of a package.json. */
export interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly scripts?: Record<string, string>
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
  readonly peerDependenciesMeta?: Record<string, { readonly optional?: boolean }>
}

/** Every package of a group, `packages`, `apps` or `checks`, with its folder. */
export function manifests(group: string): { folder: string; manifest: Manifest }[] {
  return readdirSync(join(root, group), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, group, entry.name, 'package.json')))
    .map(({ name }) => ({ folder: `${group}/${name}`, manifest: read(`${group}/${name}/package.json`) }))
}

/** A JSON file of the workspace. */
export function read(file: string): Manifest {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest
}
