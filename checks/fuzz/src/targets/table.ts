import { completeRows, fitPreprocessing, preprocess, readTable, type Table } from '@nablajs/data'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { CSV_SEEDS, CSV_WORDS } from './csv.js'

/** What is learnt from a table has to be finite, whatever stands in it. */
export function learn(table: Table): void {
  const { preprocessing, decisions } = fitPreprocessing(table, { missing: 'drop' })
  const used = decisions.filter(({ use }) => use !== 'left out').map(({ name }) => name)
  const { inputs, targets } = preprocess(table, preprocessing, completeRows(table, used))
  for (const { data } of [inputs, targets]) if (!data.every(Number.isFinite)) throw new Error('a number that is not finite')
}

const SEEDS = [
  ...CSV_SEEDS,
  ...wordsOf('a;b;c\n1,5;x;ja\n2,25;y;nein\n-3,0;x;ja\n4,1;y;nein\n', 'id\twhen\tz\tt\n1\t2020-01-01\t.5\t+\n2\t2020-01-02\t2\t-\n3\t\t2\t+\n'),
  Uint8Array.from(Buffer.from('\ufeffx,y\n1,2\n3,4\n2,5\n', 'utf16le')),
]
const length = 4 * 2 ** 20

/** `readTable` of bytes, and all that a table goes through before it is trained on. */
export const table: Target = {
  name: 'table',
  seeds: SEEDS,
  mutate: (seed, random) => mutateBytes(seed, random, CSV_WORDS),
  read: (file) => learn(readTable(file, { name: 'table' })),
  bombs: [
    { name: '4 MiB without the end of a line', read: () => learn(readTable(new Uint8Array(length).fill(0x31))) },
    { name: 'a quote without an end, 4 MiB', read: () => learn(readTable(`x,y\n"${'1'.repeat(length)}`)) },
    { name: '200,000 columns of one row', read: () => learn(readTable(`${'x,'.repeat(200000)}z\n`)) },
  ],
}
