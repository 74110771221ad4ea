import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sigmoid, tanh } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { crossEntropy, quadratic } from '@nablajs/costs'
import { train } from '@nablajs/trainer'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Checkpoint } from './checkpoint.js'
import { checkpointOf } from './checkpointOf.js'
import { encodeCheckpoint } from './encodeCheckpoint.js'
import { nodeFileSystem, type FileSystem } from './fileSystem.js'
import { lockFolder } from './folderLock.js'
import { loadCheckpoint } from './loadCheckpoint.js'
import { saveCheckpoint } from './saveCheckpoint.js'

const net = network([1, 2, 1], { activation: sigmoid })
const samples = { size: 1, inputs: { rows: 1, data: Float32Array.of(1) }, targets: { rows: 1, data: Float32Array.of(0) } }
const training = train(net, samples, { cost: quadratic, epochs: 1, batchSize: 1, learningRate: 1 })
const at = (step: number): Checkpoint => checkpointOf(net, { ...training.state(), step }, { cost: quadratic })
const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saveCheckpoint-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function stepLoaded(): Promise<number | undefined> {
  return (await loadCheckpoint(folder))?.state.step
}

it('keeps the last three, and gives the newest back', async () => {
  for (let step = 1; step <= 5; step++) {
    await saveCheckpoint(folder, at(step))
    expect(await stepLoaded()).toBe(step)
  }
  expect((await readdir(folder)).sort()).toEqual(['checkpoint-00003-0000003.bin', 'checkpoint-00004-0000004.bin', 'checkpoint-00005-0000005.bin'])
})

it('keeps as many as it is told, under the one lock of a run', async () => {
  const lock = await lockFolder(folder)
  for (let step = 1; step <= 4; step++) await saveCheckpoint(folder, at(step), { lock, keep: 1 })
  expect((await readdir(folder)).sort()).toEqual(['checkpoint-00001-0000004.bin', 'lock-1'])
  await expect(saveCheckpoint(folder, at(5))).rejects.toThrow(expect.objectContaining({ reason: 'locked' }))
  await expect(saveCheckpoint(folder, at(5), { lock, keep: 0 })).rejects.toThrow(expect.objectContaining({ code: 'OptionError', option: 'keep' }))
})

it('saves in the order of the calls, each as it was at its call, and releases after the last', async () => {
  const lock = await lockFolder(folder)
  const saves = [1, 2, 3, 4].map((step) => saveCheckpoint(folder, at(step), { lock }))
  await lock.release()
  const paths = (await Promise.all(saves)).map(({ path }) => path)
  expect(paths).toEqual([...paths].sort())
  expect(await readdir(folder)).toHaveLength(3)
  expect(await stepLoaded()).toBe(4)
})

it('removes what a killed run left unfinished, and nothing that is not its own', async () => {
  await writeFile(join(folder, 'checkpoint-00001-0000001.bin.0123abcd.unfinished'), 'torn')
  await writeFile(join(folder, 'notes.txt'), 'mine')
  await saveCheckpoint(folder, at(1))
  expect((await readdir(folder)).sort()).toEqual(['checkpoint-00001-0000001.bin', 'notes.txt'])
})

it('names a damaged file and takes the one before it; where all are damaged it says so', async () => {
  const { path } = await saveCheckpoint(folder, at(1))
  const newer = await saveCheckpoint(folder, at(2))
  await writeFile(newer.path, (await readFile(newer.path)).subarray(0, 100))
  const loaded = await loadCheckpoint(folder)
  expect(loaded).toMatchObject({ path, state: { step: 1 }, damaged: [{ path: newer.path, error: { code: 'FormatError' } }] })
  await writeFile(path, '')
  await expect(loadCheckpoint(folder)).rejects.toThrow(expect.objectContaining({ code: 'CheckpointError', reason: 'damaged', path: folder }))
})

it('passes over a file with a sector that cannot be read, but not one that it may not read', async () => {
  await saveCheckpoint(folder, at(1))
  const { path } = await saveCheckpoint(folder, at(2))
  const withError = (code: string): FileSystem => ({ ...nodeFileSystem, readFile: (name) => (name === path ? failing(code)() : nodeFileSystem.readFile(name)) })
  expect(await loadCheckpoint(folder, { fs: withError('EIO') })).toMatchObject({ state: { step: 1 }, damaged: [{ path }] })
  await expect(loadCheckpoint(folder, { fs: withError('EACCES') })).rejects.toThrow(expect.objectContaining({ code: 'FileError', reason: 'denied', path }))
})

it('looks again where a run that saves removed a file under it', async () => {
  await saveCheckpoint(folder, at(1))
  let looks = 0
  const fs: FileSystem = { ...nodeFileSystem, readdir: async (name) => (looks++ === 0 ? ['checkpoint-00009-0000009.bin'] : nodeFileSystem.readdir(name)) }
  expect((await loadCheckpoint(folder, { fs }))?.state.step).toBe(1)
  const gone: FileSystem = { ...nodeFileSystem, readdir: () => Promise.resolve(['checkpoint-00009-0000009.bin']) }
  expect(await loadCheckpoint(folder, { fs: gone })).toBeUndefined()
})

it('has nothing to give from an empty folder, and refuses one that is not there', async () => {
  expect(await loadCheckpoint(folder)).toBeUndefined()
  await expect(loadCheckpoint(join(folder, 'nowhere'))).rejects.toThrow(expect.objectContaining({ code: 'FileError', reason: 'missing' }))
})

it('refuses a checkpoint of a later version, and does not go back to an older one', async () => {
  const { path } = await saveCheckpoint(folder, at(1))
  const newer = (await saveCheckpoint(folder, at(2))).path
  const body = (await readFile(newer)).subarray(0, -32)
  body.writeUInt32LE(2, 8)
  await writeFile(newer, Buffer.concat([body, createHash('sha256').update(body).digest()]))
  await expect(loadCheckpoint(folder)).rejects.toThrow(expect.objectContaining({ code: 'CheckpointError', reason: 'newer', path: newer, got: 'version 2' }))
  await rm(newer)
  expect((await loadCheckpoint(folder))?.path).toBe(path)
})

it('refuses a checkpoint of another network or cost, and says what differs', async () => {
  await saveCheckpoint(folder, at(1))
  const refused = (where: string, expected: string, got: string): unknown => expect.objectContaining({ code: 'CheckpointError', reason: 'other', where: expect.stringContaining(where) as unknown, expected, got })
  const load = (other: Parameters<typeof loadCheckpoint>[1]) => loadCheckpoint(folder, other)
  expect(await load({ net, cost: quadratic })).toBeDefined()
  await expect(load({ net: network([1, 3, 1], { activation: sigmoid }) })).rejects.toThrow(refused('sizes', '1, 2, 1', '1, 3, 1'))
  await expect(load({ net: network([1, 2, 1], { activation: tanh }) })).rejects.toThrow(refused('activations', 'sigmoid, sigmoid', 'tanh, tanh'))
  await expect(load({ net: network([1, 2, 1], { activation: sigmoid, dtype: 'float64' }) })).rejects.toThrow(refused('dtype', 'float32', 'float64'))
  await expect(load({ cost: crossEntropy })).rejects.toThrow(refused('cost', 'quadratic', 'crossEntropy'))
})

it('does not save over a run that took the folder, and names it', async () => {
  const lock = await lockFolder(folder)
  await saveCheckpoint(folder, at(1), { lock })
  await writeFile(join(folder, `lock-${lock.fence + 1}`), JSON.stringify({ pid: 77, host: 'elsewhere', began: '' }))
  await expect(saveCheckpoint(folder, at(2), { lock })).rejects.toThrow(expect.objectContaining({ code: 'CheckpointError', reason: 'lost', pid: 77, host: 'elsewhere' }))
  await rm(join(folder, `lock-${lock.fence + 1}`))
  await rm(join(folder, `lock-${lock.fence}`))
  await expect(saveCheckpoint(folder, at(2), { lock })).rejects.toThrow(expect.objectContaining({ reason: 'lost', pid: undefined }))
  expect(await stepLoaded()).toBe(1)
})

it('takes the checkpoint of the later run, however late the earlier one wrote its own', async () => {
  await writeFile(join(folder, 'checkpoint-00002-0000005.bin'), encodeCheckpoint(at(50)))
  await writeFile(join(folder, 'checkpoint-00001-0000099.bin'), encodeCheckpoint(at(20)))
  expect(await stepLoaded()).toBe(50)
})

it('says that the folder vanished, and saves again when it is back', async () => {
  const lock = await lockFolder(folder)
  await rm(folder, { recursive: true })
  await expect(saveCheckpoint(folder, at(1), { lock })).rejects.toThrow(expect.objectContaining({ code: 'FileError', reason: 'missing' }))
  await lock.release()
  await saveCheckpoint(folder, at(2))
  expect(await stepLoaded()).toBe(2)
})

it('says so where an old checkpoint or the lock cannot be removed; the new one stands', async () => {
  const lock = await lockFolder(folder)
  await saveCheckpoint(folder, at(1), { lock, keep: 1 })
  const fs: FileSystem = { ...nodeFileSystem, unlink: failing('EACCES') }
  await expect(saveCheckpoint(folder, at(2), { lock, keep: 1, fs })).rejects.toThrow(expect.objectContaining({ code: 'FileError', reason: 'denied' }))
  expect(await stepLoaded()).toBe(2)
  await lock.release()
  const stuck = await lockFolder(folder, { fs })
  await expect(stuck.release()).rejects.toThrow(expect.objectContaining({ code: 'FileError' }))
})

it('does not mind that someone else removed what it was about to remove', async () => {
  const lock = await lockFolder(folder)
  await saveCheckpoint(folder, at(1), { lock, keep: 1 })
  await saveCheckpoint(folder, at(2), { lock, keep: 1, fs: { ...nodeFileSystem, unlink: failing('ENOENT') } })
  expect(await stepLoaded()).toBe(2)
})
