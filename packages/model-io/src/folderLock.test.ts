import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFileSystem } from './fileSystem.js'
import { lockFolder } from './folderLock.js'
import { mayRun, thisProcess } from './owner.js'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folderLock-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function leftBy(fence: number, owner: object | string): Promise<void> {
  await writeFile(join(folder, `lock-${fence}`), typeof owner === 'string' ? owner : JSON.stringify(owner))
}

it('refuses a second run with the process and host of the first, and lets it in after a release', async () => {
  const lock = await lockFolder(folder)
  const error = expect.objectContaining({ code: 'CheckpointError', reason: 'locked', pid: process.pid, host: hostname() })
  await expect(lockFolder(folder)).rejects.toThrow(error)
  await lock.release()
  expect(await readdir(folder)).toEqual([])
  await (await lockFolder(folder)).release()
})

it('makes the folder where it is not there', async () => {
  const lock = await lockFolder(join(folder, 'a', 'b'))
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['lock-1'])
  await lock.release()
})

it('takes over at once from a process that is dead, with a higher fencing number', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await leftBy(4, { pid: child.pid, host: hostname(), began: '' })
  await writeFile(join(folder, 'checkpoint-00007-0000001.bin'), '')
  const lock = await lockFolder(folder)
  expect(lock.fence).toBe(8)
  expect((await readdir(folder)).sort()).toEqual(['checkpoint-00007-0000001.bin', 'lock-8'])
})

it('takes over from a process whose number another one has now', async () => {
  await leftBy(1, { ...thisProcess(), began: 'another time' })
  const known = thisProcess().began !== ''
  if (known) expect((await lockFolder(folder)).fence).toBe(2)
  else await expect(lockFolder(folder)).rejects.toThrow(expect.objectContaining({ reason: 'locked' }))
})

it('takes over a lock that its owner was killed over while it wrote it', async () => {
  await leftBy(2, '')
  expect((await lockFolder(folder)).fence).toBe(3)
})

it('leaves a run on another machine its folder, unless told to take it', async () => {
  await leftBy(3, { pid: 1, host: 'elsewhere', began: '' })
  await expect(lockFolder(folder)).rejects.toThrow(expect.objectContaining({ reason: 'locked', pid: 1, host: 'elsewhere' }))
  expect((await lockFolder(folder, { takeOver: true })).fence).toBe(4)
})

it('lets one of many in that come at once', async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
  const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(winners.length).toBeLessThanOrEqual(1)
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CheckpointError', reason: 'locked' })
  for (const lock of winners) await lock.release()
  expect(await readdir(folder)).toEqual([])
})

it('gives up where others have always been first', async () => {
  const fs = { ...nodeFileSystem, open: () => Promise.reject(Object.assign(new Error('EEXIST'), { code: 'EEXIST' })) }
  await expect(lockFolder(folder, { fs })).rejects.toThrow('others try to lock as well')
})

it('backs off where another run came in meanwhile', async () => {
  const fs = {
    ...nodeFileSystem,
    open: async (path: string, flags: 'wx' | 'r') => {
      await leftBy(9, thisProcess())
      return nodeFileSystem.open(path, flags)
    },
  }
  await expect(lockFolder(folder, { fs })).rejects.toThrow(expect.objectContaining({ reason: 'locked' }))
  expect(await readdir(folder)).toEqual(['lock-9'])
})

it('leaves no lock behind on a full disk', async () => {
  const fs = {
    ...nodeFileSystem,
    open: async (path: string, flags: 'wx' | 'r') => {
      const file = await nodeFileSystem.open(path, flags)
      return { write: () => Promise.resolve({ bytesWritten: 3 }), sync: () => file.sync(), close: () => file.close() }
    },
  }
  await expect(lockFolder(folder, { fs })).rejects.toThrow(expect.objectContaining({ code: 'FileError', got: expect.stringMatching('3 of .* bytes') as unknown }))
  expect(await readdir(folder)).toEqual([])
})

it('cannot lock what is no folder', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(lockFolder(join(folder, 'file', 'a'))).rejects.toThrow(expect.objectContaining({ code: 'FileError', reason: 'missing' }))
})

it('knows this process and its parent as alive, and a number that no process has as dead', async () => {
  expect(JSON.parse(JSON.stringify(thisProcess()))).toEqual(thisProcess())
  expect(mayRun(thisProcess())).toBe(true)
  expect(mayRun({ pid: 1, host: hostname(), began: '' })).toBe(true)
  expect(mayRun({ pid: 2 ** 22 + 1, host: hostname(), began: '' })).toBe(false)
  await leftBy(1, thisProcess())
  expect(await readFile(join(folder, 'lock-1'), 'utf8')).toContain(String(process.pid))
})
