import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { readIdx, readNpy, readNpz } from '@nablajs/data'
import { readImageFolder, readImages, readMnist } from '@nablajs/data/node'
import { DataError } from '@nablajs/linalg'
import type { Io } from '../io.js'
import { reading } from './reading.js'
import { readRows, type RowsOptions } from './readRows.js'
import { withTest, type ArraySource, type SampleArray, type Source } from './source.js'

/** The files of one command. */
type Paths = readonly [first: string, ...others: string[]]

/** What inputs and targets are called, by the format of their file. */
const NAMES = { inputs: { idx: 'x', npy: 'x' }, targets: { idx: 'label', npy: 'y' } } as const

/**
 * What files and folders hold, found out from their first bytes: rows of CSV or JSON Lines; IDX or NPY, the inputs first and then the
 * targets; NPZ with `x` and `y`, or `x_train`, `y_train`, `x_test` and `y_test`; a folder with the four files of MNIST; a folder of PNG
 * images, with a subfolder for each class where the classes are known.
 *
 * Shapes: none. Rejects with the errors of the readers, which name the file.
 */
export async function readSource(paths: readonly string[], rows: RowsOptions, io: Pick<Io, 'stdin' | 'cwd'>): Promise<Source> {
  const [path, ...others] = paths
  if (path === undefined || path === '-') return { kind: 'table', table: await readRows(paths, rows, io) }
  const at = resolve(io.cwd, path)
  if ((await reading(path, () => stat(at))).isDirectory()) return folder(at, path, others)
  const kind = arrayFormat(path, await reading(path, () => firstBytes(at)))
  if (kind === undefined) return { kind: 'table', table: await readRows(paths, rows, io) }
  return kind === 'npz' ? npz(at, others) : pair([path, ...others], io.cwd)
}

type ArrayFormat = 'idx' | 'npy' | 'npz' | 'png'

function arrayFormat(path: string, first: Uint8Array): ArrayFormat | undefined {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => first[i] === byte)
  if (begins(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59)) return 'npy'
  if (begins(0x50, 0x4b) && path.endsWith('.npz')) return 'npz'
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'png'
  const packed = begins(0x1f, 0x8b) && /idx|ubyte/i.test(basename(path))
  // Two zero bytes, then a type: UTF-16 and UTF-32 never begin so.
  return packed || (begins(0, 0) && (first[2] ?? 0) >= 8 && (first[2] ?? 0) <= 14) ? 'idx' : undefined
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function folder(at: string, path: string, others: readonly string[]): Promise<ArraySource> {
  requireAlone(path, others)
  const name = basename(at)
  const entries = await readdir(at, { withFileTypes: true })
  if (entries.some((entry) => /^t10k-images.idx3-ubyte/.test(entry.name))) {
    const { training, validation, test } = await readMnist(at)
    const [first, second, third] = [training, validation, test].map(({ size, inputs, labels }) => bytesOf(name, size, [inputs.rows], inputs.data, labels))
    if (first && second && third) return withTest(withTest(first, second), third)
  }
  if (!entries.some((entry) => entry.isDirectory() && !entry.name.startsWith('.'))) {
    const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name)
    if (names.length === 0) throw noImages(name)
    return { kind: 'arrays', name, x: await images(names.sort().map((file) => join(at, file))) }
  }
  const { samples, classes, width, height, channels } = await readImageFolder(at)
  return { ...bytesOf(name, samples.size, dimsOf(height, width, channels), samples.inputs.data, samples.labels), classes }
}

function bytesOf(name: string, size: number, dims: readonly number[], pixels: ArrayLike<number>, labels: Uint8Array): ArraySource {
  return { kind: 'arrays', name, x: { name: 'pixels', dims: [size, ...dims], data: pixels }, y: { name: NAMES.targets.idx, dims: [size], data: labels } }
}

async function images(paths: readonly string[]): Promise<SampleArray> {
  const { size, height, width, channels, data } = await readImages(paths)
  return { name: 'pixels', dims: [size, ...dimsOf(height, width, channels)], data }
}

function dimsOf(height: number, width: number, channels: number): number[] {
  return channels === 1 ? [height, width] : [height, width, channels]
}

async function npz(path: string, others: readonly string[]): Promise<ArraySource> {
  requireAlone(path, others)
  const name = basename(path)
  const arrays = await readNpz(await readFile(path), { name })
  const pairOf = (x: string, y: string): ArraySource | undefined => {
    const [inputs, targets] = [arrays.get(x), arrays.get(y)]
    return inputs && { kind: 'arrays', name, x: { ...inputs, name: 'x' }, ...(targets && { y: { ...targets, name: 'y' } }) }
  }
  const training = pairOf('x', 'y') ?? pairOf('x_train', 'y_train')
  if (!training) {
    throw new DataError({
      where: name,
      expected: 'the arrays x and y, or x_train, y_train, x_test and y_test',
      got: [...arrays.keys()].join(', '),
      fix: 'Write it with numpy.savez(file, x=inputs, y=targets).',
    })
  }
  const test = pairOf('x_test', 'y_test')
  return test ? withTest(training, test) : training
}

async function pair([inputs, targets, ...more]: Paths, cwd: string): Promise<ArraySource> {
  requireAlone(targets ?? inputs, more)
  const name = basename(inputs)
  const x = await arrayIn(inputs, 'inputs', cwd)
  if (targets === undefined) return { kind: 'arrays', name, x }
  const y = await arrayIn(targets, 'targets', cwd)
  if (x.dims.length === 1 && y.dims.length > 1) throw swapped(name, inputs, targets)
  return { kind: 'arrays', name, x, y }
}

async function arrayIn(path: string, part: keyof typeof NAMES, cwd: string): Promise<SampleArray> {
  const at = resolve(cwd, path)
  const name = basename(path)
  const format = arrayFormat(path, await reading(path, () => firstBytes(at)))
  if (format === 'png') return images([at])
  if (format === 'npy') return { ...readNpy(await readFile(at), { name }), name: NAMES[part].npy }
  return { ...(await readIdx(await readFile(at), { name })), name: NAMES[part].idx }
}

function noImages(where: string): DataError {
  return new DataError({ where, expected: 'PNG images', got: 'none', fix: 'Give a folder with images, or with a subfolder of them for each class.' })
}

function requireAlone(path: string, others: readonly string[]): void {
  if (others.length === 0) return
  throw new DataError({ where: basename(path), expected: 'no file after it', got: others.join(', '), fix: 'Give inputs and targets of one set, and nothing else.' })
}

function swapped(where: string, inputs: string, targets: string): DataError {
  return new DataError({ where, expected: 'inputs first, then targets', got: 'targets first', fix: `Swap the two: ${targets} ${inputs}.` })
}
