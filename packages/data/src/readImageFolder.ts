import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError } from '@nablajs/linalg'
import { oneHot } from './oneHot.js'
import { quoted, quotedList } from './quoted.js'
import { readImages } from './readImages.js'
import type { Png } from './readPng.js'
import type { LabelledSamples } from './samples.js'

/** How to read a folder of images. */
export interface ReadImageFolderOptions {
  /** The subfolders in the order of their labels; those of the folder unless said. Give the first folder's to read a second one alike. */
  classes?: readonly string[]
  /** The most bytes that all images may take together: 1 GiB (2^30) unless said. */
  limit?: number
}

/** Images and their classes. */
export interface ImageSamples {
  readonly samples: LabelledSamples
  /** The names of the subfolders, in the order of their labels. */
  readonly classes: readonly string[]
  readonly width: number
  readonly height: number
  /** Bytes of a pixel: see `readPng`. */
  readonly channels: Png['channels']
}

/** White as a byte: a pixel becomes a number in 0 … 1. */
const WHITE = 255
/** Labels are bytes. */
const MOST_CLASSES = 256

/**
 * Reads a folder of PNG images, a subfolder for each class, in the order of their names. All images have one size and one number of
 * channels. Bytes stay bytes, with a scale of 1/255. Files whose name begins with a point are left out.
 *
 * Shapes: inputs (height · width · channels) × m, targets classes × m, one-hot. Throws (by rejecting) `DataError` naming the folder
 * or file: no subfolders, one without images, an image of another size, a file that is no `.png`; `FormatError` for an image that
 * `readPng` refuses.
 */
export async function readImageFolder(
  folder: string,
  { classes: given, limit }: ReadImageFolderOptions = {},
): Promise<ImageSamples> {
  const classes = given ?? (await namesIn(folder, true))
  if (classes.length < 2 || classes.length > MOST_CLASSES) {
    const got = classes.length === 0 ? 'none' : `${classes.length} (${quotedList(classes)})`
    throw refusal(folder, `2 … ${MOST_CLASSES} subfolders, one for each class`, got, 'Put the images of each class into a folder with its name.')
  }
  const paths: string[] = []
  const labels: number[] = []
  for (const [label, name] of classes.entries()) {
    for (const path of await imagesIn(join(folder, name))) {
      paths.push(path)
      labels.push(label)
    }
  }
  const { width, height, channels, data } = await readImages(paths, limit === undefined ? {} : { limit })
  const samples = {
    size: paths.length,
    inputs: { rows: width * height * channels, data, scale: 1 / WHITE },
    targets: oneHot(labels, classes.length),
    labels: Uint8Array.from(labels),
  }
  return { samples, classes, width, height, channels }
}

async function imagesIn(folder: string): Promise<readonly string[]> {
  const names = await namesIn(folder, false)
  if (names.length === 0) throw refusal(folder, 'at least one PNG image', 'none', 'Put the images of this class there, or remove the folder.')
  const other = names.find((name) => !/\.png$/i.test(name))
  if (other !== undefined) throw refusal(join(folder, other), 'a PNG image, NAME.png', quoted(other), 'Convert it to PNG, or move it away.')
  return names.map((name) => join(folder, name))
}

/** The subfolders or the files in a folder, sorted by the codes of their characters: the same order on every machine. */
async function namesIn(folder: string, folders: boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw refusal(folder, 'a folder that can be read', got, 'Give the path of a folder with a subfolder for each class.')
  })
  const found = entries.filter((entry) => entry.isDirectory() === folders && !entry.name.startsWith('.'))
  return found.map(({ name }) => name).sort()
}

function refusal(where: string, expected: string, got: string, fix: string): DataError {
  return new DataError({ where, expected, got, fix })
}
