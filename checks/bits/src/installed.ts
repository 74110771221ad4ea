import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { run } from './run.js'

/** The root of the workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A project outside the workspace in which the packages lie as npm installs them from their tarballs. */
export interface Installed {
  readonly folder: string
  /** The program for Node: a file that imports the packages. */
  readonly inNode: string
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
  const common = { absWorkingDir: folder, bundle: true, format: 'esm', target: 'es2022', write: true } as const
  await build({ ...common, entryPoints: ['program/inNode.ts'], outfile: 'inNode.js', platform: 'node', packages: 'external' })
  await build({ ...common, entryPoints: ['program/inBrowser.ts'], outfile: 'inBrowser.js', platform: 'browser', minify: true })
  return {
    folder,
    inNode: join(folder, 'inNode.js'),
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
