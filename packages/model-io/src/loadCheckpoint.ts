import { join } from 'node:path'
import type { Network } from '@nablajs/backprop'
import type { NablaError } from '@nablajs/linalg'
import type { Checkpoint } from './checkpoint.js'
import { CheckpointError } from './checkpointError.js'
import { checkpointFiles } from './checkpointFiles.js'
import { activationNames } from './checkpointOf.js'
import { decodeCheckpoint } from './decodeCheckpoint.js'
import { fileError, isTyped } from './fileError.js'
import { nodeFileSystem, type FileSystem } from './fileSystem.js'

/** What is loaded, and for what. */
export interface LoadCheckpointOptions {
  /** The network that is to go on: a checkpoint of another one is refused. */
  net?: Network
  /** The cost that is to go on. */
  cost?: { readonly name: string }
  /** The calls to make; those of `node:fs/promises` unless said. */
  fs?: FileSystem
}

/** A file that was passed over, and why. */
export interface DamagedFile {
  readonly path: string
  readonly error: NablaError
}

/** The newest checkpoint that is whole. */
export interface LoadedCheckpoint extends Checkpoint {
  readonly path: string
  /** Newer ones that are torn, changed or unreadable, the newest first. */
  readonly damaged: readonly DamagedFile[]
}

/** How often the folder is looked at again where a run that saves removed what was about to be read. */
const LOOKS = 10

/**
 * The newest checkpoint of a folder that is whole; undefined where there is none. A file that is damaged is named in `damaged`, and the one
 * before it is taken. A folder can be read while a run saves to it.
 *
 * Shapes: arrays are copies. Throws (by rejecting) `CheckpointError` where all are damaged (`damaged`), the newest is of a later version (`newer`) or
 * of another network or cost (`other`); `FileError` where the folder cannot be read.
 */
export async function loadCheckpoint(folder: string, { net, cost, fs = nodeFileSystem }: LoadCheckpointOptions = {}): Promise<LoadedCheckpoint | undefined> {
  for (let looks = 1; ; looks++) {
    const names = await fs.readdir(folder).catch((cause: unknown) => {
      throw fileError(cause, folder, 'a folder of checkpoints')
    })
    const paths = checkpointFiles(names).map(({ name }) => join(folder, name))
    const found = await newestOf(paths, fs)
    if (found === 'gone' && looks < LOOKS) continue
    if (found === 'gone' || paths.length === 0) return undefined
    if (found.checkpoint === undefined) throw allDamaged(folder, found.damaged)
    requireSame(found.path, found.checkpoint, net, cost)
    return { ...found.checkpoint, path: found.path, damaged: found.damaged }
  }
}

interface Found {
  readonly path: string
  readonly checkpoint?: Checkpoint
  readonly damaged: readonly DamagedFile[]
}

async function newestOf(paths: readonly string[], fs: FileSystem): Promise<Found | 'gone'> {
  const damaged: DamagedFile[] = []
  for (const path of paths) {
    try {
      return { path, checkpoint: decodeCheckpoint(await read(fs, path), { name: path }), damaged }
    } catch (error) {
      if (reasonOf(error) === 'missing') return 'gone'
      if (!isDamage(error)) throw error
      damaged.push({ path, error })
    }
  }
  return { path: '', damaged }
}

async function read(fs: FileSystem, path: string): Promise<Uint8Array> {
  return fs.readFile(path).catch((cause: unknown) => {
    throw fileError(cause, path, 'a checkpoint that can be read')
  })
}

/** A sector that cannot be read is damage; a file that one may not read is not. */
function isDamage(error: unknown): error is NablaError {
  return isTyped(error) && (error.code === 'FormatError' || reasonOf(error) === 'failed')
}

function reasonOf(error: unknown): unknown {
  return isTyped(error) && 'reason' in error ? error.reason : undefined
}

function requireSame(path: string, { state, activations, cost: name }: Checkpoint, net: Network | undefined, cost: { readonly name: string } | undefined): void {
  const pairs: [what: string, saved: string, now: string | undefined][] = [
    ['sizes', state.sizes.join(', '), net?.sizes.join(', ')],
    ['activations', activations.join(', '), net && activationNames(net).join(', ')],
    ['dtype', state.dtype, net?.dtype],
    ['cost', name, cost?.name],
  ]
  for (const [what, saved, now] of pairs) if (now !== undefined && saved !== now) throw other(path, what, saved, now)
}

function other(path: string, what: string, expected: string, got: string): CheckpointError {
  const fix = `Go on with the ${what} of the checkpoint, or save to another folder.`
  return new CheckpointError({ path, reason: 'other', where: `${path}, ${what}`, expected, got, fix })
}

function allDamaged(folder: string, damaged: readonly DamagedFile[]): CheckpointError {
  return new CheckpointError({
    path: folder,
    reason: 'damaged',
    where: folder,
    expected: 'a checkpoint that is whole',
    got: `${damaged.length} that are not: ${damaged.map(({ error }) => error.message).join(' ')}`,
    fix: 'Begin anew in another folder, and have the disk checked.',
  })
}
