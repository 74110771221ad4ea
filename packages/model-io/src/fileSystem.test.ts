import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeFileSystem } from './fileSystem.js'

it('makes a folder and those above it, where they are not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fileSystem-'))
  await nodeFileSystem.mkdir(join(folder, 'a', 'b'))
  await nodeFileSystem.mkdir(join(folder, 'a', 'b'))
  expect(await readdir(join(folder, 'a'))).toEqual(['b'])
})

it('says what is in the way', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fileSystem-'))
  await writeFile(join(folder, 'a'), '')
  await expect(nodeFileSystem.mkdir(join(folder, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})
