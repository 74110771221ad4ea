import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readNpyFile } from './readNpyFile.js'
import { readNpzFile } from './readNpzFile.js'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readNpyFile-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

it('reads the array in a file', async () => {
  const path = join(folder, 'a.npy')
  const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }"
  await writeFile(path, Buffer.concat([Buffer.from([0x93]), Buffer.from('NUMPY\x01\0'), Buffer.of(header.length, 0), Buffer.from(header), Buffer.of(7, 8)]))
  expect((await readNpyFile(path)).data).toEqual(Uint8Array.of(7, 8))
})

it('calls the file by its path in errors', async () => {
  const path = join(folder, 'b.np')
  await expect(readNpyFile(path)).rejects.toMatchObject({ code: 'DataError', where: path })
  await expect(readNpzFile(path)).rejects.toMatchObject({ code: 'DataError', where: path })
  await writeFile(path, 'text')
  await expect(readNpyFile(path)).rejects.toMatchObject({ code: 'FormatError', where: `${path}, byte 0` })
  await expect(readNpzFile(path)).rejects.toMatchObject({ code: 'FormatError', where: `${path}, byte 0` })
})
