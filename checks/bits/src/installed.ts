import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { run } from './run.js'

/** The root of the workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** How Node runs the program. */
export type NodeForm = 'module' | 'commonJs' | 'worker'

/** A project outside the workspace in which the packages lie as npm installs them from their tarballs. */
export interface Installed {
  readonly folder: string
  /** The program for Node, in files that import the packages. */
  readonly inNode: Readonly<Record<NodeForm, string>>
  /** The program for browsers: one module that has the packages in it. */
  readonly inBrowser: string
  remove(): void
}

/** Packs the packages that this check depends on, installs the tarballs in a new project, and puts the program there. */
export async function install(): Promise<Installed> {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'bits-')))
  const [tarballs, folder] = [join(temporary, 'tarballs'), join(temporary, 'project')]
  for (const made of [tarballs, folder]) mkdirSync(made)
  await pack(tarballs)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'outsider', private: true, type: 'module' }))
  const files = readdirSync(tarballs).map((file) => join(tarballs, file))
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...files], folder)

  cpSync(fileURLToPath(new URL('program', import.meta.url)), join(folder, 'program'), { recursive: true })
  const common = { absWorkingDir: folder, bundle: true, target: 'es2022' } as const
  const node = { ...common, platform: 'node', packages: 'external' } as const
  await build({ ...node, entryPoints: ['program/inNode.ts'], outfile: 'inNode.js', format: 'esm' })
  await build({ ...node, entryPoints: ['program/inNode.ts'], outfile: 'inNode.cjs', format: 'cjs' })
  await build({ ...node, entryPoints: ['program/inWorkerOfNode.ts'], outfile: 'inWorkerOfNode.js', format: 'esm' })
  await build({ ...common, entryPoints: ['program/inBrowser.ts'], outfile: 'inBrowser.js', format: 'esm', minify: true })
  return {
    folder,
    inNode: { module: join(folder, 'inNode.js'), commonJs: join(folder, 'inNode.cjs'), worker: join(folder, 'inWorkerOfNode.js') },
    inBrowser: readFileSync(join(folder, 'inBrowser.js'), 'utf8'),
    remove: () => rmSync(temporary, { recursive: true, force: true }),
  }
}

async function pack(destination: string): Promise<void> {
  const { packageManager } = manifest(root) as { packageManager: string }
  const { devDependencies } = manifest(fileURLToPath(new URL('..', import.meta.url))) as { devDependencies: Record<string, string> }
  const ours = Object.entries(devDependencies).flatMap(([name, range]) => (range.startsWith('workspace:') ? ['--filter', name] : []))
  await run('npx', ['--yes', packageManager, '-r', ...ours, 'pack', '--pack-destination', destination], root)
}

function manifest(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
