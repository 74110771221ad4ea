import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a command in a document can name. */
export interface Workspace {
  /** `pnpm@…`, as package.json pins it. */
  readonly packageManager: string
  /** Scripts of the root. */
  readonly scripts: ReadonlySet<string>
  /** Every package of the workspace with its scripts. */
  readonly packages: ReadonlyMap<string, ReadonlySet<string>>
  /** Folders of packages, apps and checks, from the root. */
  readonly folders: ReadonlySet<string>
  readonly checks: ReadonlySet<string>
  /** Packages of others that the catalog has a version of. */
  readonly catalog: ReadonlySet<string>
  /** Commands under node_modules/.bin. */
  readonly tools: ReadonlySet<string>
}

interface Manifest {
  readonly name: string
  readonly packageManager?: string
  readonly scripts?: Readonly<Record<string, string>>
}

/** Reads the workspace. */
export function readWorkspace(root: string): Workspace {
  const { packageManager = '', scripts = {} } = manifestOf(root)
  const folders = ['packages', 'apps', 'checks'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json'))),
  )
  const manifests = folders.map((folder) => manifestOf(join(root, folder)))
  const bins = ['.', ...folders].map((folder) => join(root, folder, 'node_modules', '.bin')).filter((folder) => existsSync(folder))
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').split(/^catalog:\n/m)[1]?.split(/^\S/m)[0] ?? ''
  return {
    packageManager,
    scripts: new Set(Object.keys(scripts)),
    packages: new Map(manifests.map((manifest) => [manifest.name, new Set(Object.keys(manifest.scripts ?? {}))])),
    folders: new Set(folders),
    checks: new Set(folders.filter((folder) => folder.startsWith('checks/')).map((folder) => folder.slice('checks/'.length))),
    catalog: new Set(Array.from(catalog.matchAll(/^ {2}'?([^':\s]+)'?:/gm), ([, name]) => name ?? '')),
    tools: new Set(bins.flatMap((folder) => readdirSync(folder))),
  }
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
