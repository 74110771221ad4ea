import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCsv } from './readCsv.js'
import { readCsvFile } from './readCsvFile.js'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readCsvFile-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

it('reads a file as readCsv reads its bytes, and calls it by its path', async () => {
  const path = join(folder, 'table.csv')
  await writeFile(path, 'x,y\n1,2\n3,4\n')
  expect(await readCsvFile(path, { target: 'y' })).toEqual(readCsv('x,y\n1,2\n3,4\n', { target: 'y' }))
  await expect(readCsvFile(path, { target: 'y', columns: ['x', 'y'] })).rejects.toThrow(`${path}, line 1, column "x"`)
})

it('refuses a file that is not there', async () => {
  const path = join(folder, 'nothing.csv')
  await expect(readCsvFile(path, { target: 'y' })).rejects.toThrow(expect.objectContaining({ code: 'DataError', where: path }))
})
