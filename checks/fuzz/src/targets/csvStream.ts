import type { Preprocessing } from '@nablajs/data'
import { streamCsv } from '@nablajs/data/node'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { CSV_WORDS } from './csv.js'

const preprocessing: Preprocessing = {
  inputs: [
    { name: 'x', kind: 'number', mean: 1, deviation: 2, fill: 0 },
    { name: 'colour', kind: 'category', categories: ['', 'red', 'blue'], unknown: 'zeros' },
  ],
  target: { kind: 'classes', name: 'y', classes: ['no', 'yes'] },
}

/** Reads to the end. */
async function read(open: () => Iterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const block of streamCsv({ name: 'CSV', open }, { preprocessing, block: 4 })) size += block.size
  return size
}

function* repeated(head: string, piece: Uint8Array, times: number): Generator<Uint8Array> {
  yield new TextEncoder().encode(head)
  for (let k = 0; k < times; k++) yield piece
}

const ones = new Uint8Array(2 ** 20).fill(0x31)

/** `streamCsv` of bytes that come in two pieces. */
export const csvStream: Target = {
  name: 'csv-stream',
  seeds: wordsOf('x,colour,y\n1,red,no\n,,yes\n-2.5,green,"no"\n', 'y,x,colour,id\r\nyes,5,red,a\r\nno,1,blue,"c\r\nd"\r\n'),
  mutate: (seed, random) => mutateBytes(seed, random, CSV_WORDS),
  read: (file) => read(() => [file.subarray(0, file.length >> 1), file.subarray(file.length >> 1)]),
  bombs: [
    { name: '1 GiB without the end of a line', read: () => read(() => repeated('x,colour,y\n', ones, 1024)) },
    { name: 'a quote without an end, 1 GiB', read: () => read(() => repeated('x,colour,y\n"', ones, 1024)) },
  ],
}
