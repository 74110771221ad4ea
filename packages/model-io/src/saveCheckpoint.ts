import { join } from 'node:path'
import { OptionError } from '@nablajs/linalg'
import type { Checkpoint } from './checkpoint.js'
import { checkpointFiles, checkpointName, unfinishedFiles } from './checkpointFiles.js'
import { encodeCheckpoint } from './encodeCheckpoint.js'
import { fileError, systemName } from './fileError.js'
import { nodeFileSystem, type FileSystem } from './fileSystem.js'
import { lockFolder, type FolderLock } from './folderLock.js'
import { replaceFile } from './replaceFile.js'

/** How a checkpoint is saved. */
export interface SaveCheckpointOptions {
  /** How many of the last checkpoints stay; 3 unless said. */
  keep?: number
  /** What `lockFolder` gave, where this run holds the folder; else the folder is locked for this save alone. */
  lock?: FolderLock
  /** The calls to make; those of `node:fs/promises` unless said. */
  fs?: FileSystem
}

/** A checkpoint on the disk. */
export interface SavedCheckpoint {
  readonly path: string
  readonly bytes: number
}

/**
 * Saves a checkpoint in a folder and removes those beyond the last `keep`. When the promise is kept the checkpoint survives a loss of power;
 * when it is broken those before it are as they were, and training can go on and save again. The checkpoint is taken as it is at the call.
 *
 * Shapes: none. Throws (by rejecting) `OptionError` for what is no checkpoint, `FileError` for a disk that is full, a folder that is read-only or
 * gone, `CheckpointError` where another run holds the folder (`locked`) or took it over (`lost`).
 */
export async function saveCheckpoint(
  folder: string,
  checkpoint: Checkpoint,
  { keep = 3, lock, fs = nodeFileSystem }: SaveCheckpointOptions = {},
): Promise<SavedCheckpoint> {
  if (!Number.isSafeInteger(keep) || keep < 1) throw noCount(keep)
  const bytes = encodeCheckpoint(checkpoint)
  if (lock) return lock.inTurn(() => save(folder, bytes, keep, lock, fs))
  const forThisSave = await lockFolder(folder, { fs })
  try {
    return await save(folder, bytes, keep, forThisSave, fs)
  } finally {
    await forThisSave.release()
  }
}

async function save(folder: string, bytes: Uint8Array, keep: number, lock: FolderLock, fs: FileSystem): Promise<SavedCheckpoint> {
  const names = await namesIfHeld(folder, lock, fs).catch((cause: unknown) => {
    throw fileError(cause, folder, 'a folder that this run holds')
  })
  const before = checkpointFiles(names)
  const number = Math.max(0, ...before.map((file) => file.number)) + 1
  const path = join(folder, checkpointName(lock.fence, number))
  await replaceFile(path, bytes, { fs })
  for (const name of [...unfinishedFiles(names), ...before.slice(keep - 1).map((file) => file.name)]) await remove(fs, join(folder, name))
  return { path, bytes: bytes.length }
}

async function namesIfHeld(folder: string, lock: FolderLock, fs: FileSystem): Promise<string[]> {
  const names = await fs.readdir(folder)
  await lock.requireHeld(names)
  return names
}

async function remove(fs: FileSystem, path: string): Promise<void> {
  await fs.unlink(path).catch((cause: unknown) => {
    if (systemName(cause) !== 'ENOENT') throw fileError(cause, path, 'a checkpoint that can be removed')
  })
}

function noCount(keep: number): OptionError {
  return new OptionError({
    option: 'keep',
    where: 'saveCheckpoint, keep',
    expected: 'a whole number from 1 on',
    got: String(keep),
    fix: 'Give how many of the last checkpoints stay.',
  })
}
