import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { CheckpointError } from './checkpointError.js'
import { checkpointFiles, lockFences, lockName } from './checkpointFiles.js'
import { fileError, systemName } from './fileError.js'
import { nodeFileSystem, type FileSystem } from './fileSystem.js'
import { mayRun, parseOwner, thisProcess, type Owner } from './owner.js'

/** How a folder is locked. */
export interface LockFolderOptions {
  /** Takes the folder from a run on another machine, of which nobody can tell from here whether it still runs. */
  takeOver?: boolean
  /** The calls to make; those of `node:fs/promises` unless said. */
  fs?: FileSystem
}

/** How often a lock is tried for when others come and go, and how often and after how many ms one that is being written is read again. */
const TRIES = 10
const READS = 10
const READ_AGAIN_MS = 20

/**
 * Keeps other runs out of a folder of checkpoints, which is made where it is not there. The lock of a run that is dead is taken over at once.
 * Every run gets a fencing number above that of all before it, which its checkpoints bear.
 *
 * Shapes: none. Throws (by rejecting) `CheckpointError` with the reason `locked`, `pid` and `host` where another run holds the folder;
 * `FileError` where it cannot be written to.
 */
export async function lockFolder(folder: string, { takeOver = false, fs = nodeFileSystem }: LockFolderOptions = {}): Promise<FolderLock> {
  try {
    await fs.mkdir(folder)
    for (let tries = 1; ; tries++) {
      const names = await fs.readdir(folder)
      await requireFree(fs, folder, lockFences(names), takeOver)
      const fence = Math.max(0, ...lockFences(names), ...checkpointFiles(names).map((file) => file.fence)) + 1
      if (await create(fs, folder, fence)) return await alone(fs, folder, fence, takeOver)
      if (tries === TRIES) throw locked(folder, undefined)
    }
  } catch (cause) {
    throw fileError(cause, folder, 'a folder that can be locked')
  }
}

/** Another run may have come in with another number between the look and the lock: then neither has the folder. */
async function alone(fs: FileSystem, folder: string, fence: number, takeOver: boolean): Promise<FolderLock> {
  try {
    const others = lockFences(await fs.readdir(folder)).filter((other) => other !== fence)
    await requireFree(fs, folder, others, takeOver)
    for (const other of others) await removed(fs, join(folder, lockName(other)))
    return new FolderLock(fs, folder, fence)
  } catch (cause) {
    await fs.unlink(join(folder, lockName(fence))).catch(() => undefined)
    throw cause
  }
}

async function requireFree(fs: FileSystem, folder: string, fences: readonly number[], takeOver: boolean): Promise<void> {
  for (const fence of fences) {
    const owner = await ownerOf(fs, join(folder, lockName(fence)))
    if (owner && mayRun(owner) && !(takeOver && owner.host !== thisProcess().host)) throw locked(folder, owner)
  }
}

/** Undefined for a lock that is gone, or that a run was killed over while it wrote it. */
async function ownerOf(fs: FileSystem, path: string): Promise<Owner | undefined> {
  for (let reads = 1; reads <= READS; reads++) {
    const bytes = await fs.readFile(path).catch(orMissing)
    const owner = bytes && parseOwner(bytes)
    if (bytes === undefined || owner) return owner
    await setTimeout(READ_AGAIN_MS)
  }
  return undefined
}

/** False where the lock is there already. */
async function create(fs: FileSystem, folder: string, fence: number): Promise<boolean> {
  const path = join(folder, lockName(fence))
  const file = await fs.open(path, 'wx').catch((cause: unknown) => {
    if (systemName(cause) === 'EEXIST') return undefined
    throw cause
  })
  if (file === undefined) return false
  try {
    const bytes = new TextEncoder().encode(`${JSON.stringify(thisProcess())}\n`)
    const { bytesWritten } = await file.write(bytes, 0, bytes.length)
    if (bytesWritten < bytes.length) throw new Error(`${bytesWritten} of ${bytes.length} bytes were taken`)
    await file.close()
    return true
  } catch (cause) {
    await file.close().catch(() => undefined)
    await fs.unlink(path).catch(() => undefined)
    throw cause
  }
}

/**
 * A folder of checkpoints that this run holds, until `release()` or the end of its process.
 *
 * Shapes: none.
 */
export class FolderLock {
  readonly folder: string
  readonly fence: number
  private readonly fs: FileSystem
  private last: Promise<unknown> = Promise.resolve()

  constructor(fs: FileSystem, folder: string, fence: number) {
    this.fs = fs
    this.folder = folder
    this.fence = fence
  }

  /** Gives the folder to the next run, after the saves that are under way. */
  async release(): Promise<void> {
    await this.inTurn(() => removed(this.fs, join(this.folder, lockName(this.fence)))).catch((cause: unknown) => {
      throw fileError(cause, this.folder, 'a lock that can be removed')
    })
  }

  /** Runs one thing after another, in the order of the calls. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work)
    this.last = result.catch(() => undefined)
    return result
  }

  /** Throws `CheckpointError` with the reason `lost` where this run no longer holds the folder, whose names are given. */
  async requireHeld(names: readonly string[]): Promise<void> {
    const [highest = 0] = lockFences(names)
    const newest = checkpointFiles(names)[0]?.fence ?? 0
    if (highest === this.fence && newest <= this.fence) return
    const owner = highest > this.fence ? await ownerOf(this.fs, join(this.folder, lockName(highest))) : undefined
    throw new CheckpointError({
      path: this.folder,
      reason: 'lost',
      ...(owner && { pid: owner.pid, host: owner.host }),
      where: this.folder,
      expected: `the lock of this run, ${lockName(this.fence)}`,
      got: owner ? `that of process ${owner.pid} on ${owner.host}` : 'none, or the files of a later run',
      fix: 'Save to another folder; the other run goes on in this one.',
    })
  }
}

async function removed(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path).catch(orMissing)
}

function orMissing(cause: unknown): undefined {
  if (systemName(cause) !== 'ENOENT') throw cause
}

function locked(folder: string, owner: Owner | undefined): CheckpointError {
  return new CheckpointError({
    path: folder,
    reason: 'locked',
    ...(owner && { pid: owner.pid, host: owner.host }),
    where: folder,
    expected: 'a folder that no other run holds',
    got: owner ? `one that process ${owner.pid} on ${owner.host} holds` : 'one that others try to lock as well',
    fix: 'End that run or use another folder. Where it runs on another machine and is gone for certain, lock with { takeOver: true }.',
  })
}
