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

/** What differs between hashes found in an engine and those that are kept, a line each. */
export function wrong(golden: Golden, found: Golden): string[] {
  return Object.entries(found).flatMap(([by, hashes]) => {
    const kept = golden[computer(by)] ?? {}
    return Object.entries(hashes).flatMap(([what, hash]) =>
      hash === kept[what] ? [] : [`${by}: ${what}: ${hash} instead of ${kept[what] ?? 'nothing'}`],
    )
  })
}

/** What is kept and was not found, a line each. */
export function lacking(golden: Golden, found: Golden): string[] {
  const computers = new Set(Object.keys(found).map(computer))
  return [
    ...Object.keys(golden).flatMap((by) => (computers.has(by) ? [] : [by])),
    ...Object.entries(found).flatMap(([by, hashes]) =>
      Object.keys(golden[computer(by)] ?? {}).flatMap((what) => (what in hashes ? [] : [`${by}: ${what}`])),
    ),
  ].map((line) => `${line}: nothing was found`)
}

/** `wasm, 2 threads` has the hashes of `wasm`. */
function computer(by: string): string {
  return by.replace(/, \d+ threads?$/, '')
}
