import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of a folder's files. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? bytesIn(path) : entry.isFile() ? statSync(path).size : 0)
  }, 0)
}

/** Bytes that npm puts on the disk for a package and what it depends on, out of a folder with a package-lock.json. */
export function installedBytes(folder: string, names: readonly string[]): number {
  const lock: unknown = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const entries = packagesOf(lock)
  const places = new Set<string>()
  const add = (from: string, name: string) => {
    let base = from
    for (;;) {
      const place = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`
      if (place in entries) {
        if (places.has(place)) return
        places.add(place)
        for (const next of Object.keys({ ...entries[place].dependencies, ...entries[place].optionalDependencies })) add(place, next)
        return
      }
      if (base === '') return
      base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
    }
  }
  for (const name of names) add('', name)
  return [...places].reduce((sum, place) => {
    const path = join(folder, place)
    const nested = join(path, 'node_modules')
    return existsSync(path) ? sum + bytesIn(path) - (existsSync(nested) ? bytesIn(nested) : 0) : sum
  }, 0)
}

interface Entry {
  readonly dependencies?: object
  readonly optionalDependencies?: object
}

function packagesOf(lock: unknown): Record<string, Entry> {
  if (typeof lock === 'object' && lock !== null && 'packages' in lock && isEntries(lock.packages)) return lock.packages
  throw new Error('a package-lock.json without packages')
}

function isEntries(packages: unknown): packages is Record<string, Entry> {
  return typeof packages === 'object' && packages !== null
}

/** Bytes of a package of this workspace as npm would unpack it. */
export function unpackedBytes(folder: string): number {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const told: unknown = JSON.parse(execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  const first: unknown = Array.isArray(told) ? told[0] : undefined
  if (typeof first === 'object' && first !== null && 'unpackedSize' in first) return Number(first.unpackedSize)
  throw new Error(`npm pack says nothing about ${folder}`)
}
