import { readCsv } from '@nablajs/data'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'

/** Tables of numbers and of classes. */
export const CSV_SEEDS: readonly Uint8Array[] = wordsOf(
  'x,z,y\n1,2,3\n-1.5e3,.5,1\n0,7,2\n',
  'x,z,y\r\n1,2,a\r\n"3",4,"b ""c"""\r\n5,6,a\r\n',
  '\ufeffy,x,z\n1,0.25,3\n\n2,1,4',
)

/** What tables hold that are no tables of numbers. */
export const CSV_WORDS: readonly Uint8Array[] = wordsOf(
  '"', '""', ',', ';', '\t', '\n', '\r\n', '\r', '\0', '\x1a', '\ufeff', 'NA', '1e999', 'Infinity', '-', '0x10', '1,5', '１', '−1', '__proto__', 'constructor', 'y', 'x',
)

const length = 4 * 2 ** 20

/** `readCsv` of bytes. */
export const csv: Target = {
  name: 'csv',
  seeds: CSV_SEEDS,
  mutate: (seed, random) => mutateBytes(seed, random, CSV_WORDS),
  read: (file) => readCsv(file, { target: 'y' }),
  bombs: [
    { name: '4 MiB without the end of a line', read: () => readCsv(new Uint8Array(length).fill(0x31), { target: 'y' }) },
    { name: 'a quote without an end, 4 MiB', read: () => readCsv(`x,y\n"${'1'.repeat(length)}`, { target: 'y' }) },
    { name: '200,000 columns, the target not among them', read: () => readCsv(`${'x,'.repeat(200000)}z\n`, { target: 'y' }) },
  ],
}
