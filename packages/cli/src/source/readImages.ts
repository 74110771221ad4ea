import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readPng } from '@nablajs/data'
import { DataError } from '@nablajs/linalg'
import type { SampleArray } from './source.js'

/**
 * The pixels of PNG images of one size, in the order given.
 *
 * Shapes: returns m × height × width, × channels where there are several. Rejects with `DataError` where there is none, or one of another
 * size, and with `FormatError` for one that is no PNG, each naming the file.
 */
export async function readImages(paths: readonly string[], folder: string): Promise<SampleArray> {
  const parts: Uint8Array[] = []
  let size: number[] | undefined
  for (const path of paths) {
    const { width, height, channels, data } = await readPng(await readFile(path), { name: basename(path) })
    const dims = [height, width, ...(channels === 1 ? [] : [channels])]
    size ??= dims
    if (dims.join() !== size.join()) {
      throw new DataError({ where: basename(path), expected: `${size.join(' × ')} pixels, as in ${basename(paths[0] ?? '')}`, got: dims.join(' × '), fix: 'Give images of one size and kind.' })
    }
    parts.push(data)
  }
  if (!size) throw new DataError({ where: basename(folder), expected: 'PNG images', got: 'none', fix: 'Give a folder with images, or with a subfolder of them for each class.' })
  return { name: 'pixels', dims: [parts.length, ...size], data: Buffer.concat(parts) }
}
