import type { FileSystem, OpenFile } from '@nablajs/model-io/node'
import { basename } from 'node:path'

/** A file, whatever it is called. */
export interface Inode {
  readonly id: number
  bytes: Buffer
}

/** What a disk was told, in its order. A write is a piece of one: a disk may have some pieces and not others. */
export type Operation =
  | { readonly kind: 'create'; readonly name: string; readonly inode: Inode }
  | { readonly kind: 'write'; readonly inode: Inode; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'sync file'; readonly inode: Inode }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly inode: Inode }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'sync folder' }
  /** No call: the save of this step was said to be done. */
  | { readonly kind: 'acknowledged'; readonly step: number }

/** In how many pieces a write may reach the disk. */
const PIECES = 4

/** One folder in memory, and the log of all that was done to it. */
export interface Memory {
  readonly fs: FileSystem
  readonly log: Operation[]
  readonly names: Map<string, Inode>
}

/** An empty folder, or one with the given files. */
export function memory(files: Iterable<readonly [string, Buffer]> = []): Memory {
  let inodes = 0
  const inodeOf = (bytes: Buffer): Inode => ({ id: inodes++, bytes })
  const names = new Map([...files].map(([name, bytes]) => [name, inodeOf(Buffer.from(bytes))]))
  const log: Operation[] = []

  const found = (path: string): Inode => names.get(basename(path)) ?? missing(path)
  const fs: FileSystem = {
    open: (path, flags) => later(() => (flags === 'r' ? folder : opened(created(basename(path))))),
    readFile: (path) => later(() => Buffer.from(found(path).bytes)),
    readdir: () => later(() => [...names.keys()]),
    mkdir: () => Promise.resolve(),
    rename: (from, to) => later(() => {
      const inode = found(from)
      names.delete(basename(from))
      names.set(basename(to), inode)
      log.push({ kind: 'rename', from: basename(from), to: basename(to), inode })
    }),
    unlink: (path) => later(() => {
      found(path)
      names.delete(basename(path))
      log.push({ kind: 'unlink', name: basename(path) })
    }),
  }

  function created(name: string): Inode {
    if (names.has(name)) throw Object.assign(new Error(`EEXIST: ${name}`), { code: 'EEXIST' })
    const inode = inodeOf(Buffer.alloc(0))
    names.set(name, inode)
    log.push({ kind: 'create', name, inode })
    return inode
  }

  function opened(inode: Inode): OpenFile {
    return {
      write: (bytes, offset, length) => later(() => {
        const written = Buffer.from(bytes.subarray(offset, offset + length))
        const piece = Math.ceil(length / PIECES)
        for (let at = 0; at < length; at += piece) {
          log.push({ kind: 'write', inode, offset: inode.bytes.length + at, bytes: written.subarray(at, at + piece) })
        }
        inode.bytes = Buffer.concat([inode.bytes, written])
        return { bytesWritten: length }
      }),
      sync: () => later(() => void log.push({ kind: 'sync file', inode })),
      close: () => Promise.resolve(),
    }
  }

  const folder: OpenFile = {
    write: () => Promise.reject(new Error('a folder takes no bytes')),
    sync: () => later(() => void log.push({ kind: 'sync folder' })),
    close: () => Promise.resolve(),
  }
  return { fs, log, names }
}

/** What throws rejects, as a call of the system does. */
function later<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()))
}

function missing(path: string): never {
  throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
}
