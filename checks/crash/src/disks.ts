import { lockFolder, loadCheckpoint, saveCheckpoint } from '@nablajs/model-io/node'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isWhole, sample } from './sample.js'

/** A disk that was tried: what had to happen and whether it did. */
export interface DiskFinding {
  readonly what: string
  readonly held: boolean
}

/** Two vectors of 23,860 floats: 190 KB a checkpoint. */
const SIZES = [784, 30, 10]
/** Room for five of them. */
const MIB = 2 ** 20

const run = promisify(execFile)

/** A disk of 1 MiB in memory: full, then with room; read-only, then not. Undefined where this user may not mount. */
export async function smallDisk(): Promise<DiskFinding[] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'check-crash-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  } catch {
    await rmdir(folder)
    return undefined
  }
  try {
    return [...(await fullDisk(folder)), ...(await readOnlyDisk(folder))]
  } finally {
    await run('umount', [folder])
    await rmdir(folder)
  }
}

async function fullDisk(folder: string): Promise<DiskFinding[]> {
  const lock = await lockFolder(folder)
  const filler = join(folder, 'filler')
  await saveCheckpoint(folder, sample(1, SIZES), { lock })
  await writeFile(filler, Buffer.alloc(MIB / 2 + MIB / 5))
  const refused = await reasonOf(saveCheckpoint(folder, sample(2, SIZES), { lock }))
  const kept = await stepIn(folder)
  await unlink(filler)
  await saveCheckpoint(folder, sample(3, SIZES), { lock })
  await lock.release()
  return [
    { what: 'a save to a full disk is refused as full', held: refused === 'full' },
    { what: 'the checkpoint before it is whole', held: kept === 1 },
    { what: 'the next save succeeds when there is room', held: (await stepIn(folder)) === 3 },
  ]
}

async function readOnlyDisk(folder: string): Promise<DiskFinding[]> {
  const lock = await lockFolder(folder)
  await run('mount', ['-o', 'remount,ro', folder])
  const refused = await reasonOf(saveCheckpoint(folder, sample(4, SIZES), { lock }))
  const kept = await stepIn(folder)
  await run('mount', ['-o', 'remount,rw', folder])
  await saveCheckpoint(folder, sample(5, SIZES), { lock })
  await lock.release()
  return [
    { what: 'a save to a read-only disk is refused as denied', held: refused === 'denied' },
    { what: 'a checkpoint on a read-only disk loads', held: kept === 3 },
    { what: 'the next save succeeds when it may write', held: (await stepIn(folder)) === 5 },
  ]
}

/** A folder that is removed while a run saves to it. */
export async function vanishedFolder(): Promise<DiskFinding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'check-crash-'))
  const lock = await lockFolder(folder)
  await rm(folder, { recursive: true })
  const refused = await reasonOf(saveCheckpoint(folder, sample(1), { lock }))
  await lock.release()
  await saveCheckpoint(folder, sample(2))
  const loaded = await loadCheckpoint(folder)
  await rm(folder, { recursive: true })
  return [
    { what: 'a save to a folder that is gone is refused as missing', held: refused === 'missing' },
    { what: 'a new lock makes the folder again', held: loaded?.state.step === 2 },
  ]
}

async function stepIn(folder: string): Promise<number | undefined> {
  const found = await loadCheckpoint(folder)
  return found?.damaged.length === 0 && isWhole(found, SIZES) ? found.state.step : undefined
}

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : error),
  )
}
