import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { loadKoffi } from './loadKoffi.js'

it('loads koffi though its install script did not run', async () => {
  const folder = dirname(createRequire(import.meta.url).resolve('koffi'))
  const { scripts, cnoke } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: object; cnoke: { output: string } }
  expect(scripts).toHaveProperty('install')
  // What the script would have built.
  expect(existsSync(join(folder, cnoke.output.split('/')[0] ?? ''))).toBe(false)
  const koffi = await loadKoffi()
  expect(koffi.sizeof('void *')).toBe(8)
})

it('says how to install koffi where it is not there', async () => {
  const absent = () => Promise.reject(new Error("Cannot find package 'koffi'"))
  await expect(loadKoffi(absent)).rejects.toMatchObject({
    code: 'LibraryError',
    library: 'koffi',
    got: "Cannot find package 'koffi'",
    fix: expect.stringContaining('npm install koffi'),
  })
})
