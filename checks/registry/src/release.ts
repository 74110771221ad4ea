import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.js'

/** The versions of packages by name. */
export type Versions = Record<string, string>

/** Raises versions by the command that CONTRIBUTING documents. */
export async function raiseVersions(copy: string, env: NodeJS.ProcessEnv): Promise<Versions> {
  await run('pnpm', ['run', 'release:version'], { cwd: copy, env })
  return versionsOf(copy)
}

/** Publishes by the command that CONTRIBUTING documents; returns `name@version` of what was published. */
export async function publish(copy: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const { stdout } = await run('pnpm', ['run', 'release:publish'], { cwd: copy, env })
  return [...stdout.matchAll(/New tag:\s+(\S+)/g)].map(([, tag]) => tag ?? '').sort()
}

/** Adds a changeset, as `pnpm changeset` does. */
export function addChangeset(copy: string, name: string, bump: 'patch' | 'minor', sentence: string): void {
  writeFileSync(join(copy, '.changeset', `${bump}.md`), `---\n'${name}': ${bump}\n---\n\n${sentence}\n`)
}

/** The versions in the manifests of all workspace packages, private ones included. */
export function versionsOf(copy: string): Versions {
  const folders = ['packages', 'apps', 'checks'].flatMap((group) => readdirSync(join(copy, group)).map((folder) => join(copy, group, folder)))
  return Object.fromEntries(
    folders.map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string }
      return [name, version]
    }),
  )
}
