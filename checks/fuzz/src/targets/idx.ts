import { readIdx } from '@nablajs/data'
import { mutateBytes } from '../mutateBytes.js'
import type { Target } from '../target.js'

/** The most bytes that a file may say it has. */
export const LIMIT = 2 ** 20

/** An IDX file: element type, dimensions, numbers. */
export function idxFile(type: number, dims: readonly number[], numbers: ArrayLike<number>): Uint8Array {
  const head = new DataView(new ArrayBuffer(4 + 4 * dims.length))
  head.setUint32(0, (type << 8) | dims.length)
  for (const [d, n] of dims.entries()) head.setUint32(4 + 4 * d, n)
  return Uint8Array.of(...new Uint8Array(head.buffer), ...Array.from(numbers))
}

/** Images, labels, and numbers of several bytes. */
export const IDX_SEEDS: readonly Uint8Array[] = [
  idxFile(0x08, [3, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255]),
  idxFile(0x08, [3], [0, 1, 2]),
  idxFile(0x0b, [2], [0, 1, 255, 255]),
  idxFile(0x0e, [1, 1, 1, 1], [63, 240, 0, 0, 0, 0, 0, 0]),
]

/** `readIdx` of plain files. */
export const idx: Target = {
  name: 'idx',
  seeds: IDX_SEEDS,
  mutate: (seed, random) => mutateBytes(seed, random),
  read: (file) => readIdx(file, { limit: LIMIT }),
  bombs: [
    { name: '255 dimensions of 2^32 − 1', read: () => readIdx(idxFile(0x0e, new Array<number>(255).fill(2 ** 32 - 1), [])) },
    { name: 'a dimension of 0 and huge ones', read: () => readIdx(idxFile(0x08, [0, 2 ** 32 - 1, 2 ** 32 - 1], [])) },
  ],
}
