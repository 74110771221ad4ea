import { DataError, FormatError } from '@nablajs/linalg'
import { byteReader, type ByteReader } from './byteReader.js'
import { bytesFrom, nameOf, sourcesOf, type ByteSource } from './byteSource.js'
import { idxHeader, type IdxHeader } from './idxHeader.js'
import { idxSamples } from './idxSamples.js'
import { wholeNumber } from './requireOption.js'
import type { SampleStream } from './sampleStream.js'
import type { Samples } from './samples.js'

/** How files of images and labels are read as a stream. */
export interface StreamIdxOptions {
  /** 10 unless said. */
  classes?: number
  /** The samples of a block, 1,024 unless said. */
  block?: number
}

const BLOCK = 1024
/** A block lies in memory. */
const LARGEST_BLOCK = 2 ** 20
/** The most bytes of one image: a header that says more is wrong. */
const LARGEST_IMAGE = 2 ** 26
/** A header begins with four bytes, the last of them the number of dimensions; each of these has four more. */
const MAGIC = 4

/** A file of images and its file of labels, with what their headers say. */
interface Pair {
  readonly images: ByteSource
  readonly labels: ByteSource
  readonly size: number
  readonly pixels: readonly number[]
}

/**
 * Samples from IDX files of any size, plain or gzip: files of images with their files of labels, one pair after another as one set. The
 * headers are read at once, so `size` is known; memory holds two blocks.
 *
 * Shapes: blocks of at most `block` samples as `idxSamples` makes them: inputs (height · width) × m in bytes with a scale of 1/255,
 * targets classes × m, one-hot. Throws (by rejecting) `DataError` for files swapped, of different counts, of images of different
 * sizes, a file that cannot be read, a label out of range; `FormatError` with the byte offset for another format, a file cut off
 * or too long. `OptionError` for an option that cannot be.
 */
export async function streamIdx(
  images: ByteSource | readonly ByteSource[],
  labels: ByteSource | readonly ByteSource[],
  { classes = 10, block = BLOCK }: StreamIdxOptions = {},
): Promise<SampleStream> {
  wholeNumber('streamIdx', 'block', block, 1, LARGEST_BLOCK)
  wholeNumber('streamIdx', 'classes', classes, 1, 256)
  const pairs = await pairsOf(sourcesOf(images), sourcesOf(labels))
  const rows = product(pairs[0]?.pixels ?? [])
  return {
    size: pairs.reduce((sum, { size }) => sum + size, 0),
    inputsRows: rows,
    targetsRows: classes,
    async *[Symbol.asyncIterator]() {
      for (const pair of pairs) yield* blocksOf(pair, classes, block)
    },
  }
}

async function pairsOf(images: readonly ByteSource[], labels: readonly ByteSource[]): Promise<readonly Pair[]> {
  if (images.length === 0 || images.length !== labels.length) {
    throw refusal('streamIdx, labels', 'as many files of labels as of images', `${labels.length} for ${images.length}`, 'Give one for each.')
  }
  const pairs: Pair[] = []
  for (const [i, source] of images.entries()) {
    const pair = await pairOf(source, labels[i] ?? source)
    const first = pairs[0]?.pixels ?? pair.pixels
    if (first.join() !== pair.pixels.join()) {
      throw refusal(nameOf(source), `images of ${first.join(' × ')}`, pair.pixels.join(' × '), 'Give files with images of one size.')
    }
    pairs.push(pair)
  }
  return pairs
}

async function pairOf(images: ByteSource, labels: ByteSource): Promise<Pair> {
  const [image, label] = [await headerOf(images), await headerOf(labels)]
  const [size = 0, ...pixels] = image.dims
  if (image.type !== 'uint8' || pixels.length === 0 || product(pixels) > LARGEST_IMAGE) {
    throw refusal(nameOf(images), 'images: bytes, m × height × width', shown(image), 'Give images first, then labels.')
  }
  if (label.type !== 'uint8' || label.dims.length !== 1 || label.dims[0] !== size) {
    throw refusal(nameOf(labels), `labels: ${size} bytes, one for each image`, shown(label), 'Give the two files of one set.')
  }
  return { images, labels, size, pixels }
}

async function headerOf(source: ByteSource): Promise<IdxHeader> {
  const bytes = byteReader(bytesFrom(source))
  try {
    return await readHeader(nameOf(source), bytes)
  } finally {
    await bytes.close()
  }
}

async function readHeader(name: string, bytes: ByteReader): Promise<IdxHeader> {
  const magic = await bytes.read(MAGIC)
  const dims = await bytes.read(4 * (magic[3] ?? 0))
  const header = idxHeader(name, Uint8Array.of(...magic, ...dims), Number.MAX_SAFE_INTEGER, false)
  if (header) return header
  throw wrongLength(name, magic.length + dims.length, 'a header of at least 8 bytes', 'the end')
}

async function* blocksOf({ images, labels, size, pixels }: Pair, classes: number, block: number): AsyncGenerator<Samples> {
  const [image, label] = [byteReader(bytesFrom(images)), byteReader(bytesFrom(labels))]
  try {
    await readHeader(nameOf(images), image)
    await readHeader(nameOf(labels), label)
    for (let from = 0; from < size; from += block) {
      const count = Math.min(block, size - from)
      const data = await exactly(nameOf(images), image, count * product(pixels))
      const answers = await exactly(nameOf(labels), label, count)
      requireLabels(nameOf(labels), answers, from, classes)
      yield idxSamples({ type: 'uint8', dims: [count, ...pixels], data }, { type: 'uint8', dims: [count], data: answers }, classes)
    }
    await requireEnd(nameOf(images), image)
    await requireEnd(nameOf(labels), label)
  } finally {
    await image.close()
    await label.close()
  }
}

async function exactly(name: string, bytes: ByteReader, length: number): Promise<Uint8Array> {
  const part = await bytes.read(length)
  if (part.length === length) return part
  throw wrongLength(name, bytes.offset, `${bytes.offset - part.length + length} bytes or more`, `the end after ${bytes.offset}`)
}

function requireLabels(name: string, labels: Uint8Array, from: number, classes: number): void {
  const at = labels.findIndex((label) => label >= classes)
  if (at < 0) return
  const [sample, fix] = [from + at, 'Give a larger number of classes.']
  throw new DataError({ sample, where: `${name}, sample ${sample}`, expected: `a label of 0 … ${classes - 1}`, got: String(labels[at]), fix })
}

async function requireEnd(name: string, bytes: ByteReader): Promise<void> {
  const end = bytes.offset
  if ((await bytes.read(1)).length > 0) throw wrongLength(name, end, `the end after ${end} bytes`, 'more')
}

function product(dims: readonly number[]): number {
  return dims.reduce((all, n) => all * n, 1)
}

function shown({ type, dims }: IdxHeader): string {
  return `${type}, ${dims.join(' × ')}`
}

function refusal(where: string, expected: string, got: string, fix: string): DataError {
  return new DataError({ where, expected, got, fix })
}

function wrongLength(name: string, offset: number, expected: string, got: string): FormatError {
  return new FormatError({ offset, where: `${name}, byte ${offset}`, expected, got, fix: 'Download it again, or correct its header.' })
}
