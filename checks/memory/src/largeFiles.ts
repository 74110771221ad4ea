import { random, type Random } from '@nablajs/linalg'
import { open, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** What a large file is written as. */
export const FORMATS = ['csv', 'idx'] as const

/** One of them. */
export type Format = (typeof FORMATS)[number]

/** The columns of numbers in a table; one more holds the class. */
export const COLUMNS = 16
/** Pixels in a row of an image, and rows. */
export const SIDE = 28
/** The classes in both. */
export const CLASSES = ['no', 'yes'] as const
/** Samples of a piece: a file is the same piece again and again, since only its size counts. */
const PIECE = 10_000

/** The files of one set of samples, and how many these are. */
export interface LargeFiles {
  readonly paths: readonly string[]
  readonly samples: number
  readonly bytes: number
}

/** Writes files of about so many bytes to a folder. Throws where its disk has no room for them. */
export async function largeFiles(folder: string, format: Format, bytes: number): Promise<LargeFiles> {
  const { bavail, bsize } = await statfs(folder)
  if (bytes * 1.05 > bavail * bsize) throw new RangeError(`${bytes} bytes do not fit on the disk of ${folder}, which has ${bavail * bsize} left: set TMPDIR or give fewer --gigabytes`)
  return format === 'csv' ? await csvFile(join(folder, 'table.csv'), bytes) : await idxFiles(join(folder, 'images'), join(folder, 'labels'), bytes)
}

/** A table of so many rows, each unlike the others. */
export function tableOf(rows: number, draws: Random): string {
  const cells = () => Array.from({ length: COLUMNS }, () => (4 * draws.uniform() - 2).toFixed(4))
  return Array.from({ length: rows }, () => `${cells().join()},${CLASSES[draws.integer(CLASSES.length)] ?? ''}\n`).join('')
}

/** The line of names of a table. */
export const NAMES = `${Array.from({ length: COLUMNS }, (_, k) => `x${k}`).join()},y\n`

async function csvFile(path: string, bytes: number): Promise<LargeFiles> {
  const piece = Buffer.from(tableOf(PIECE, random(1)))
  const times = Math.ceil(bytes / piece.length)
  await write(path, Buffer.from(NAMES), piece, times)
  return { paths: [path], samples: times * PIECE, bytes: NAMES.length + times * piece.length }
}

async function idxFiles(images: string, labels: string, bytes: number): Promise<LargeFiles> {
  const draws = random(1)
  const drawn = (length: number, below: number) => Buffer.from(Uint8Array.from({ length }, () => draws.integer(below)))
  const [pixels, answers] = [drawn(PIECE * SIDE * SIDE, 256), drawn(PIECE, CLASSES.length)]
  const times = Math.ceil(bytes / (pixels.length + answers.length))
  const samples = times * PIECE
  await write(images, header(samples, SIDE, SIDE), pixels, times)
  await write(labels, header(samples), answers, times)
  return { paths: [images, labels], samples, bytes: times * (pixels.length + answers.length) }
}

function header(...dims: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * dims.length)
  bytes.set([0, 0, 8, dims.length])
  for (const [d, n] of dims.entries()) bytes.writeUInt32BE(n, 4 + 4 * d)
  return bytes
}

async function write(path: string, head: Buffer, piece: Buffer, times: number): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(head)
    for (let k = 0; k < times; k++) await file.writeFile(piece)
  } finally {
    await file.close()
  }
}
