import { readBytes } from './readBytes.js'
import type { Npy, ReadNpyOptions } from './readNpy.js'
import { readNpz } from './readNpz.js'

/**
 * `readNpz` of a file, which errors call by its path.
 *
 * Shapes: as `readNpz`. Throws (by rejecting) what `readNpz` throws, and `DataError` where the file cannot be read.
 */
export async function readNpzFile(path: string, options: ReadNpyOptions = {}): Promise<Map<string, Npy>> {
  return readNpz(await readBytes(path, 'an NPZ file'), { name: path, ...options })
}
