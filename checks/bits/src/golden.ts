import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hashes } from './program/hashes.js'

/** Hashes by what computed them: `functions`, or a backend. Threads are no part of it: all counts must give the same. */
export type Golden = Record<string, Hashes>

const file = fileURLToPath(new URL('../golden.json', import.meta.url))

/** The hashes that are kept in the repository. */
export function readGolden(): Golden {
  return JSON.parse(readFileSync(file, 'utf8')) as Golden
}

/** Keeps the hashes that one engine found. */
export function writeGolden(found: Golden): void {
  const golden: Golden = {}
  for (const [by, hashes] of Object.entries(found)) golden[computer(by)] ??= hashes
  writeFileSync(file, `${JSON.stringify(golden, undefined, 2)}\n`)
}

/** What differs between hashes found in an engine and those that are kept, a line each. What only one of them has differs too. */
export function differences(golden: Golden, found: Golden): string[] {
  const lines: string[] = []
  for (const [by, hashes] of Object.entries(found)) {
    const kept = golden[computer(by)] ?? {}
    for (const what of new Set([...Object.keys(kept), ...Object.keys(hashes)])) {
      if (kept[what] !== hashes[what]) lines.push(`${by}: ${what}: ${hashes[what] ?? 'nothing'} instead of ${kept[what] ?? 'nothing'}`)
    }
  }
  const computers = new Set(Object.keys(found).map(computer))
  for (const by of Object.keys(golden)) if (!computers.has(by)) lines.push(`${by}: nothing was found`)
  return lines
}

/** `wasm exact, 2 threads` has the hashes of `wasm exact`. */
function computer(by: string): string {
  return by.replace(/, \d+ threads?$/, '')
}
