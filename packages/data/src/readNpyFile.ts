import { readBytes } from './readBytes.js'
import { readNpy, type Npy, type ReadNpyOptions } from './readNpy.js'

/**
 * `readNpy` of a file, which errors call by its path.
 *
 * Shapes: as `readNpy`. Throws (by rejecting) what `readNpy` throws, and `DataError` where the file cannot be read.
 */
export async function readNpyFile(path: string, options: ReadNpyOptions = {}): Promise<Npy> {
  return readNpy(await readBytes(path, 'an NPY file'), { name: path, ...options })
}
