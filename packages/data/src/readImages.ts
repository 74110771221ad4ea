import { DataError } from '@nablajs/linalg'
import { readBytes } from './readBytes.js'
import { readPng, type Png } from './readPng.js'

/** How much to read. */
export interface ReadImagesOptions {
  /** The most bytes that all images may take together: 1 GiB (2^30) unless said. */
  limit?: number
}

/** Images of one size and kind: the pixels of each, row after row, one after another. */
export interface Images extends Png {
  /** How many there are. */
  readonly size: number
}

const LIMIT = 2 ** 30

/**
 * Reads PNG images that have one size and one number of channels, in the order given.
 *
 * Shapes: data: (height · width · channels) × m bytes. Throws (by rejecting) `DataError` naming the file where there is none, one cannot be
 * read or is of another size or kind, or all are larger than the limit; `FormatError` for an image that `readPng` refuses.
 */
export async function readImages(paths: readonly string[], { limit = LIMIT }: ReadImagesOptions = {}): Promise<Images> {
  const [path] = paths
  if (path === undefined) throw refusal('images', 'at least one PNG image', 'none', 'Give the paths of images.')
  const first = await imageAt(path, limit)
  const rows = first.data.length
  if (rows * paths.length > limit) {
    const got = `${paths.length} images of ${rows} bytes`
    throw refusal(path, `at most ${limit} bytes of pixels in all`, got, 'Make the images smaller, or give { limit }.')
  }
  const data = new Uint8Array(rows * paths.length)
  for (const [i, other] of paths.entries()) {
    const image = i === 0 ? first : await imageAt(other, limit)
    if (shapeOf(image) !== shapeOf(first)) {
      const fix = 'Give all images the same size and kind: all grey or all colours, all with or all without alpha.'
      throw new DataError({ sample: i, where: other, expected: `${shapeOf(first)}, as in ${path}`, got: shapeOf(image), fix })
    }
    data.set(image.data, i * rows)
  }
  return { ...first, data, size: paths.length }
}

async function imageAt(path: string, limit: number): Promise<Png> {
  return readPng(await readBytes(path, 'a PNG file'), { name: path, limit })
}

function shapeOf({ width, height, channels }: Png): string {
  return `${width} × ${height} pixels of ${channels}`
}

function refusal(where: string, expected: string, got: string, fix: string): DataError {
  return new DataError({ where, expected, got, fix })
}
