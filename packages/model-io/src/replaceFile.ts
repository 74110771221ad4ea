import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { fileError } from './fileError.js'
import { nodeFileSystem, type FileSystem, type OpenFile } from './fileSystem.js'

/** Where a file is replaced. */
export interface ReplaceFileOptions {
  /** The calls to make; those of `node:fs/promises` unless said. */
  fs?: FileSystem
}

/** How a file that is being written is called: beside the file that it will replace, and never read. */
export const UNFINISHED = '.unfinished'

/**
 * Replaces a file whole or not at all, whenever the process is killed, the disk is full or the power fails: written beside it, synced,
 * renamed, the folder synced. When the promise is kept, the new file is on the disk; when it is broken, the old one is whole.
 *
 * Shapes: none. Throws (by rejecting) `FileError`.
 */
export async function replaceFile(path: string, bytes: Uint8Array, { fs = nodeFileSystem }: ReplaceFileOptions = {}): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}${UNFINISHED}`
  try {
    await writeWhole(fs, beside, bytes)
    await fs.rename(beside, path)
  } catch (cause) {
    await fs.unlink(beside).catch(() => undefined)
    throw fileError(cause, path, 'a file that can be written')
  }
  await syncFolder(fs, dirname(path)).catch((cause: unknown) => {
    throw fileError(cause, path, 'a folder that can be synced')
  })
}

async function writeWhole(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'wx')
  try {
    await writeAll(file, bytes)
    await file.sync()
  } catch (cause) {
    await file.close().catch(() => undefined)
    throw cause
  }
  await file.close()
}

/** A write may take fewer bytes than it was given; a full disk is told by the next one. */
async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done)
    if (bytesWritten === 0) throw new Error(`no more than ${done} of ${bytes.length} bytes were taken`)
    done += bytesWritten
  }
}

/** Without this the rename may be lost with the power. Windows has no such call for a folder, and needs none. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
