import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Precache } from '../src/offline/precache.js'

/** Larger files are kept only once they were asked for. */
export const LARGE = 1_000_000

/** All that lies in the folder of a build, but the service worker itself, with the integrity by which a browser knows each. */
export function precacheOf(folder: string, serviceWorker: string): Precache {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path !== serviceWorker && statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll(sep, '/'))
    .sort()
  const listed = (isLarge: boolean) =>
    Object.fromEntries(paths.filter((path) => statSync(join(folder, path)).size > LARGE === isLarge).map((path) => [path, integrityOf(readFileSync(join(folder, path)))]))
  const [files, later] = [listed(false), listed(true)]
  return { version: integrityOf(JSON.stringify([files, later])), files, later }
}

function integrityOf(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
