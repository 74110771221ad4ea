import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LARGE, precacheOf } from '../../vite/precacheOf.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precache-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), 'page')
  writeFileSync(join(folder, 'sw.js'), 'worker')
  writeFileSync(join(folder, 'assets', 'large.bin'), new Uint8Array(LARGE + 1))
})

afterEach(() => rmSync(folder, { recursive: true }))

it('names every file but the service worker, large ones apart', () => {
  const { files, later } = precacheOf(folder, 'sw.js')
  // printf page | openssl dgst -sha256 -binary | base64
  expect(files).toEqual({ 'index.html': 'sha256-NmAxWprz3yVdjxmrB35Hl4IrQUiKDioEvGr3EhPCMnQ=' })
  expect(Object.keys(later)).toEqual(['assets/large.bin'])
})

it('has another version when any file is another', () => {
  const { version } = precacheOf(folder, 'sw.js')
  expect(precacheOf(folder, 'sw.js').version).toBe(version)
  writeFileSync(join(folder, 'index.html'), 'pages')
  expect(precacheOf(folder, 'sw.js').version).not.toBe(version)
})
