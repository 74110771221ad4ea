import { readNpy } from '@nablajs/data'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { LIMIT } from './idx.js'

/** An NPY file, as NumPy writes it. */
export function npyFile(descr: string, shape: string, numbers: ArrayLike<number>, fortran = 'False'): Uint8Array {
  const header = new TextEncoder().encode(`{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`)
  const padding = (64 - ((10 + header.length + 1) % 64)) % 64
  const length = header.length + padding + 1
  const [space, end] = [new Array<number>(padding).fill(0x20), 0x0a]
  return Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8, ...header, ...space, end, ...Array.from(numbers))
}

/** Arrays of each kind. */
export const NPY_SEEDS: readonly Uint8Array[] = [
  npyFile('|u1', '(3, 2)', [1, 2, 3, 4, 5, 255]),
  npyFile('<i2', '(2, 1, 2)', [1, 0, 2, 0, 3, 0, 255, 255], 'True'),
  npyFile('<f8', '(1,)', [0, 0, 0, 0, 0, 0, 240, 63]),
  npyFile('<i8', '()', [7, 0, 0, 0, 0, 0, 0, 0]),
  npyFile('|b1', '(2,)', [0, 1]),
]

/** What headers are made of. */
export const NPY_WORDS: readonly Uint8Array[] = wordsOf(
  "'descr': ", "'|u1'", "'<f4'", "'<f8'", "'>f8'", "'<i8'", "'|O'", "'shape': ", '(', ')', '()', ', ', 'True', 'False', '0', '-1', '4294967296', '18446744073709551616', '1L', '{', '}', "'", '[', ' ',
)

/** `readNpy`. */
export const npy: Target = {
  name: 'npy',
  seeds: NPY_SEEDS,
  mutate: (seed, random) => mutateBytes(seed, random, NPY_WORDS),
  read: (file) => readNpy(file, { limit: LIMIT }),
  bombs: [
    { name: '2^64 numbers', read: () => readNpy(npyFile('<f8', '(4294967296, 4294967296)', [])) },
    { name: 'a dimension of 2^64', read: () => readNpy(npyFile('<f8', '(18446744073709551616,)', [])) },
    { name: 'a dimension of 0 and huge ones', read: () => readNpy(npyFile('|u1', '(0, 9007199254740992, 9007199254740992)', [])) },
    { name: 'a header of 60,000 blanks', read: () => readNpy(npyFile('<f8', `(1,${' '.repeat(60000)})`, new Uint8Array(8))) },
  ],
}
