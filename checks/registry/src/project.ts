import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.js'

/** An empty project of a user, outside the workspace, with packages installed from the registry. */
export interface Project {
  folder: string
  env: NodeJS.ProcessEnv
}

/** A package as npm installed it. */
export interface Installed {
  name: string
  version: string
  hasInstallScript: boolean
}

/** Makes an empty project and installs packages there. */
export async function createProject(
  folder: string,
  type: 'module' | 'commonjs',
  packages: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Project> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'outsider', private: true, type }))
  await run('npm', ['install', ...packages], { cwd: folder, env })
  return { folder, env }
}

/** Every package that lies in the project's node_modules. */
export function installedIn({ folder }: Project): Installed[] {
  const lock = readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8')
  const { packages } = JSON.parse(lock) as { packages: Record<string, Partial<Installed>> }
  return Object.entries(packages).map(([path, { version = '', hasInstallScript = false }]) => ({
    name: path.replace(/^node_modules\//, ''),
    version,
    hasInstallScript,
  }))
}

/** Runs a file of the project with Node; returns what it printed. */
export async function runFile({ folder, env }: Project, file: string): Promise<string> {
  const { stdout } = await run(process.execPath, [file], { cwd: folder, env })
  return stdout.trimEnd()
}
