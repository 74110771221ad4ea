import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { installedBytes } from './installed.js'

it('adds up a package and what it depends on, once, the nearest copy of each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'))
  const put = (place: string, bytes: number) => {
    mkdirSync(join(folder, place), { recursive: true })
    writeFileSync(join(folder, place, 'file'), 'x'.repeat(bytes))
  }
  put('node_modules/a', 1)
  put('node_modules/b', 10)
  put('node_modules/b/node_modules/c', 100)
  put('node_modules/c', 1000)
  put('node_modules/d', 10_000)
  const packages = {
    'node_modules/a': { dependencies: { b: '1', c: '1' } },
    'node_modules/b': { dependencies: { c: '2', a: '1' } },
    'node_modules/b/node_modules/c': {},
    'node_modules/c': {},
    'node_modules/d': {},
  }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  expect(installedBytes(folder, ['a'])).toBe(1111)
  expect(installedBytes(folder, ['d', 'b'])).toBe(11_111)
  rmSync(folder, { recursive: true })
})
