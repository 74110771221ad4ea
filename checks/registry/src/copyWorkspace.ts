import { cpSync } from 'node:fs'
import { basename } from 'node:path'
import { run } from './run.js'

const leftOut = new Set(['.git', '.turbo', '.reports', 'node_modules'])

/**
 * Copies the workspace as it is on disk, with what is built, into a repository of its own: there versions may be raised and
 * tags set. Its tools are installed anew from pnpm's store, which has them all, since they are installed here.
 */
export async function copyWorkspace(root: string, copy: string, env: NodeJS.ProcessEnv): Promise<void> {
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true, filter: (from) => !leftOut.has(basename(from)) })
  await run('pnpm', ['install', '--frozen-lockfile', '--offline'], { cwd: copy, env })
  const git = (...args: string[]) => run('git', ['-c', 'user.name=release', '-c', 'user.email=release@localhost', ...args], { cwd: copy })
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'The workspace')
}
