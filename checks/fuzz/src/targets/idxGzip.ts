import { gzipSync, gunzipSync } from 'node:zlib'
import { readIdx } from '@nablajs/data'
import { mutateBytes } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { idxFile, IDX_SEEDS, LIMIT } from './idx.js'

const zeros = new Uint8Array(64 * 2 ** 20)

/** `readIdx` of packed files: broken before they are packed, or after. */
export const idxGzip: Target = {
  name: 'idx-gzip',
  seeds: IDX_SEEDS.map((file) => gzipSync(file)),
  mutate: (seed, random) => (random.integer(2) === 0 ? mutateBytes(seed, random) : gzipSync(mutateBytes(gunzipSync(seed), random))),
  read: (file) => readIdx(file, { limit: LIMIT }),
  bombs: [
    { name: 'gzip of 1000 : 1 behind a header of 3 bytes', read: () => readIdx(gzipSync(Buffer.concat([idxFile(0x08, [3], [1, 2, 3]), zeros]))) },
    { name: 'gzip of 1000 : 1 without a header', read: () => readIdx(gzipSync(zeros)) },
    { name: 'gzip within gzip', read: () => readIdx(gzipSync(gzipSync(zeros))) },
    { name: 'a header of 512 MiB with 3 bytes', read: () => readIdx(gzipSync(idxFile(0x08, [2 ** 29], [1, 2, 3]))) },
  ],
}
