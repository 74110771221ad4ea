import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { systemName } from './fileError.js'

/** A file that is open. */
export interface OpenFile {
  /** Writes `length` bytes of `bytes` from `offset` on at the end of what was written; may write fewer and says how many. */
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>
  /** Returns when all that was written, or a folder's names, would survive a loss of power. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The few calls that saving and loading make: those of `node:fs/promises`, so that another one can stand in for it. */
export interface FileSystem {
  /** `wx`: a new file, an error with the code `EEXIST` where there is one. `r`: to sync a folder. */
  open(path: string, flags: 'wx' | 'r'): Promise<OpenFile>
  readFile(path: string): Promise<Uint8Array>
  readdir(path: string): Promise<string[]>
  /** Puts a file in the place of another, in one step. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes a folder and those above it, where they are not there. */
  mkdir(path: string): Promise<void>
}

/** The file system of this machine. */
export const nodeFileSystem: FileSystem = {
  open,
  readFile: (path) => readFile(path),
  readdir: (path) => readdir(path),
  rename,
  unlink,
  mkdir: async (path) => {
    try {
      await mkdir(path, { recursive: true })
    } catch (cause) {
      // What Node says where the disk is read-only, too; a folder alone is refused with the reason.
      if (systemName(cause) !== 'ENOENT') throw cause
      await mkdir(path)
    }
  },
}
