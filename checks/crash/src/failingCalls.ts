import { loadCheckpoint, lockFolder, saveCheckpoint, type FileSystem, type OpenFile } from '@nablajs/model-io/node'
import { memory, type Memory } from './memory.js'
import { isWhole, sample } from './sample.js'

/** The ways in which a call fails. */
export const FAILURES = ['ENOSPC', 'EIO', 'EACCES', 'EINTR', 'short write'] as const

/** What came of failing every call in turn. */
export interface FailingCalls {
  readonly calls: number
  readonly tried: number
  readonly problems: readonly string[]
}

const FOLDER = '/run'
type Failure = (typeof FAILURES)[number]

/** Fails each call of locking, saving and loading in turn, in each way. */
export async function failingCalls(): Promise<FailingCalls> {
  const problems: string[] = []
  let calls = 0
  let tried = 0
  for (const work of [lockAndRelease, save, load]) {
    const count = await callsOf(work)
    calls += count
    for (let at = 1; at <= count; at++) {
      for (const failure of FAILURES) {
        const problem = await problemOf(work, at, failure)
        tried++
        if (problem !== undefined) problems.push(`${work.name}, call ${at} of ${count}, ${failure}: ${problem}`)
      }
    }
  }
  return { calls, tried, problems }
}

/** Works on a folder with checkpoints of steps 1 to 3 and gives the step that must be there at least when it succeeds. */
type Work = (disk: Memory, fs: FileSystem) => Promise<number>

async function lockAndRelease(disk: Memory, fs: FileSystem): Promise<number> {
  const lock = await lockFolder(FOLDER, { fs })
  try {
    await lock.release()
  } catch (cause) {
    // A lock that cannot be removed stays, and is free when this process ends.
    disk.names.delete(`lock-${lock.fence}`)
    throw cause
  }
  return 3
}

async function save(disk: Memory, fs: FileSystem): Promise<number> {
  const lock = await lockFolder(FOLDER, { fs: disk.fs })
  try {
    await saveCheckpoint(FOLDER, sample(4), { lock, fs })
    return 4
  } finally {
    await lock.release()
  }
}

async function load(_disk: Memory, fs: FileSystem): Promise<number> {
  return (await loadCheckpoint(FOLDER, { fs }))?.state.step ?? 0
}

async function diskWithThree(): Promise<Memory> {
  const disk = memory()
  for (const step of [1, 2, 3]) await saveCheckpoint(FOLDER, sample(step), { fs: disk.fs })
  return disk
}

async function callsOf(work: Work): Promise<number> {
  const disk = await diskWithThree()
  const counter = { calls: 0 }
  await work(disk, counted(disk.fs, counter, () => undefined))
  return counter.calls
}

async function problemOf(work: Work, at: number, failure: Failure): Promise<string | undefined> {
  const disk = await diskWithThree()
  const counter = { calls: 0 }
  const fs = counted(disk.fs, counter, () => (counter.calls === at ? failure : undefined))
  let least = 3
  try {
    least = await work(disk, fs)
  } catch (error) {
    if (!isTyped(error)) return `an error without a type: ${String(error)}`
  }
  const found = await loadCheckpoint(FOLDER, { fs: disk.fs })
  // An EIO while reading the newest checkpoint gives the one before it.
  if (!found || found.state.step < (work === load ? 3 : least)) return `step ${found?.state.step ?? 'none'} is loaded afterwards`
  if (!isWhole(found) || found.damaged.length > 0) return 'what is loaded afterwards is not whole'
  if (work === load && least < 2) return `step ${least} was loaded`
  await saveCheckpoint(FOLDER, sample(5), { fs: disk.fs })
  const next = await loadCheckpoint(FOLDER, { fs: disk.fs })
  return next?.state.step === 5 ? undefined : 'the next save is not there'
}

function isTyped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'FileError' || error.code === 'CheckpointError')
}

/** Counts calls; each asks whether it is to fail. A write that is short takes half of its bytes; other calls cannot be short. */
function counted(fs: FileSystem, counter: { calls: number }, fails: () => Failure | undefined): FileSystem {
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    counter.calls++
    const failure = fails()
    if (failure !== undefined && failure !== 'short write') throw Object.assign(new Error(`${failure}: refused`), { code: failure })
    return work()
  }
  const file = (open: OpenFile): OpenFile => ({
    write: (bytes, offset, length) => call(() => open.write(bytes, offset, fails() === 'short write' ? length >> 1 : length)),
    sync: () => call(() => open.sync()),
    close: () => call(() => open.close()),
  })
  return {
    open: async (path, flags) => file(await call(() => fs.open(path, flags))),
    readFile: (path) => call(() => fs.readFile(path)),
    readdir: (path) => call(() => fs.readdir(path)),
    rename: (from, to) => call(() => fs.rename(from, to)),
    unlink: (path) => call(() => fs.unlink(path)),
    mkdir: (path) => call(() => fs.mkdir(path)),
  }
}
