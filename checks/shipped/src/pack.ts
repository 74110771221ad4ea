import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A package as it would be published. */
export interface Tarball {
  name: string
  file: string
}

/** Packs every package of the workspace into `folder`, as publishing does. */
export function packAll(folder: string): Tarball[] {
  const { packageManager } = readManifest(root) as { packageManager: string }
  const pack = ['-r', '--filter', './packages/*', 'pack', '--pack-destination', folder]
  execFileSync('npx', ['--yes', packageManager, ...pack], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return packageNames().map(({ name, version }) => ({
    name,
    file: join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`),
  }))
}

/** Unpacks a tarball as npm installs it; returns the package's folder. */
export function unpack({ name, file }: Tarball, modules: string): string {
  const folder = join(modules, name)
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', file, '-C', folder, '--strip-components=1'])
  return folder
}

/** Every file of a folder, as paths from there. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** The manifest in a folder. */
export function readManifest(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
}

function packageNames(): { name: string; version: string }[] {
  return readdirSync(join(root, 'packages')).map((folder) => {
    const { name, version } = readManifest(join(root, 'packages', folder))
    return { name: String(name), version: String(version) }
  })
}
