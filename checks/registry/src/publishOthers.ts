import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.js'
import type { Versions } from './release.js'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

/**
 * Publishes what a package takes from others, and what that takes, as it lies in the workspace: the registry asks no other for anything.
 * Returns the versions by name.
 */
export async function publishOthers(folder: string, env: NodeJS.ProcessEnv): Promise<Versions> {
  const found = new Map<string, { readonly folder: string; readonly version: string }>()
  collect(join(folder, 'node_modules'), dependenciesOf(folder), found)
  for (const { folder: taken } of found.values()) await run('npm', ['publish', taken, '--ignore-scripts', '--provenance=false'], { cwd: folder, env })
  return Object.fromEntries(Array.from(found, ([name, { version }]) => [name, version]))
}

function collect(modules: string, names: readonly string[], found: Map<string, { folder: string; version: string }>): void {
  for (const name of names) {
    const linked = join(modules, name)
    if (name.startsWith('@nablajs/') || found.has(name) || !existsSync(linked)) continue
    const folder = realpathSync(linked)
    const { version } = manifestOf(folder)
    found.set(name, { folder, version })
    // What a package needs lies beside it.
    collect(folder.slice(0, folder.lastIndexOf('node_modules') + 'node_modules'.length), dependenciesOf(folder), found)
  }
}

function dependenciesOf(folder: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder)
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
