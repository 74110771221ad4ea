import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFileSystem, type FileSystem, type OpenFile } from './fileSystem.js'
import { replaceFile } from './replaceFile.js'

let folder = ''
let path = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replaceFile-'))
  path = join(folder, 'model.bin')
  await writeFile(path, 'before')
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** The real file system, with some calls of an open file changed; it writes down the calls in their order. */
function watched(calls: string[], changes: Partial<OpenFile> = {}): FileSystem {
  return {
    ...nodeFileSystem,
    async open(name, flags) {
      const file = await nodeFileSystem.open(name, flags)
      const what = flags === 'r' ? 'folder' : 'file'
      return {
        write: async (bytes, offset, length) => {
          calls.push(`write ${offset} ${length}`)
          return changes.write ? changes.write(bytes, offset, length) : file.write(bytes, offset, length)
        },
        sync: async () => {
          calls.push(`sync ${what}`)
          await (changes.sync ?? (() => file.sync()))()
        },
        close: () => file.close(),
      }
    },
    async rename(from, to) {
      calls.push('rename')
      await nodeFileSystem.rename(from, to)
    },
  }
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(`${code}: refused`), { code }))

it('writes beside, syncs, renames and syncs the folder, in that order', async () => {
  const calls: string[] = []
  await replaceFile(path, Buffer.from('after'), { fs: watched(calls) })
  expect(calls).toEqual(['write 0 5', 'sync file', 'rename', 'sync folder'])
  expect(await readFile(path, 'utf8')).toBe('after')
  expect(await readdir(folder)).toEqual(['model.bin'])
})

it('goes on after a write that took fewer bytes', async () => {
  const calls: string[] = []
  const taken: number[] = []
  const write: OpenFile['write'] = (bytes, offset, length) => {
    const bytesWritten = Math.min(length, 2)
    taken.push(...bytes.subarray(offset, offset + bytesWritten))
    return Promise.resolve({ bytesWritten })
  }
  await replaceFile(path, Buffer.from('after'), { fs: watched(calls, { write }) })
  expect(Buffer.from(taken).toString()).toBe('after')
  expect(calls).toEqual(['write 0 5', 'write 2 3', 'write 4 1', 'sync file', 'rename', 'sync folder'])
})

it.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'denied'],
  ['EROFS', 'denied'],
  ['EIO', 'failed'],
])('keeps the file that was there, and names the reason, when a write fails with %s', async (system, reason) => {
  const error = expect.objectContaining({ code: 'FileError', path, reason, system })
  await expect(replaceFile(path, Buffer.from('after'), { fs: watched([], { write: failing(system) }) })).rejects.toThrow(error)
  expect(await readFile(path, 'utf8')).toBe('before')
  expect(await readdir(folder)).toEqual(['model.bin'])
})

it('does not try for ever where nothing is taken', async () => {
  const fs = watched([], { write: () => Promise.resolve({ bytesWritten: 0 }) })
  await expect(replaceFile(path, Buffer.from('after'), { fs })).rejects.toThrow('no more than 0 of 5 bytes were taken')
  expect(await readFile(path, 'utf8')).toBe('before')
})

it('says so where the folder cannot be synced, or the last call of a file fails', async () => {
  const fs = { ...nodeFileSystem, open: (name: string, flags: 'wx' | 'r') => (flags === 'r' ? failing('EIO')() : nodeFileSystem.open(name, flags)) }
  await expect(replaceFile(path, Buffer.from('after'), { fs })).rejects.toThrow(expect.objectContaining({ code: 'FileError', system: 'EIO' }))
  expect(await readFile(path, 'utf8')).toBe('after')
})

it('names a folder that is not there', async () => {
  const where = join(folder, 'nowhere', 'model.bin')
  const error = expect.objectContaining({ code: 'FileError', reason: 'missing', where, system: 'ENOENT' })
  await expect(replaceFile(where, Buffer.from('after'))).rejects.toThrow(error)
})
