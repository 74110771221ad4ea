import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './installed.js'
import { integrities } from './nodeBinaries.js'
import { run } from './run.js'

const cache = join(root, 'node_modules', '.cache', 'check-bits')

/**
 * The executable of a Node version. It comes from npm's `node-PLATFORM-ARCH`, which npm's `node` installs by a script; here no
 * script runs, the hash is pinned, and what was fetched once stays under node_modules. Rejects where there is none.
 */
export async function fetchNode(version: string): Promise<string> {
  const wanted = `node-${process.platform}-${process.arch}@${version}`
  const integrity = integrities[wanted]
  if (integrity === undefined) throw new Error(`no hash is known of ${wanted}`)
  const kept = join(cache, wanted)
  const binary = join(kept, 'bin', 'node')
  if (existsSync(binary)) return binary

  mkdirSync(cache, { recursive: true })
  const temporary = mkdtempSync(join(cache, 'fetching-'))
  try {
    await run('npm', ['pack', wanted, '--silent'], temporary)
    const tarball = join(temporary, `${wanted.replace('@', '-')}.tgz`)
    const hash = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
    if (hash !== integrity) throw new Error(`${wanted} hashes to ${hash} instead of ${integrity}`)
    await run('tar', ['-xzf', tarball, 'package/bin/node'], temporary)
    // Renamed when it is whole, so that a run that was broken off leaves nothing that looks like one.
    rmSync(kept, { recursive: true, force: true })
    renameSync(join(temporary, 'package'), kept)
    return binary
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
