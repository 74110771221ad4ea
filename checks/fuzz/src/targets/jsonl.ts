import type { Preprocessing } from '@nablajs/data'
import { streamJsonl } from '@nablajs/data/node'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'

const preprocessing: Preprocessing = {
  inputs: [
    { name: 'x', kind: 'number', mean: 1, deviation: 2 },
    { name: 'image', kind: 'bytes', count: 2, scale: 0.5 },
  ],
  target: { kind: 'numbers', columns: [{ name: 'y', mean: 0, deviation: 1 }] },
}

/** Reads to the end. */
async function read(open: () => Iterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const block of streamJsonl({ name: 'JSONL', open }, { preprocessing, block: 4 })) size += block.size
  return size
}

function* brackets(times: number): Generator<Uint8Array> {
  const piece = new Uint8Array(2 ** 20).fill(0x5b)
  for (let k = 0; k < times; k++) yield piece
}

/** What stands in JSON, and what should not. */
export const JSON_WORDS: readonly Uint8Array[] = wordsOf(
  '{', '}', '[', ']', '"', ',', ':', '\\', '\\u0000', '\n', '\r\n', '\0', '\ufeff', 'null', 'true', '1e999', '-0', '"__proto__":', '{"__proto__":{"polluted":1}}', '"x":', '"toString":1,',
)
const bytes = (text: string) => [new TextEncoder().encode(text)]

/** `streamJsonl` of bytes that come in two pieces. */
export const jsonl: Target = {
  name: 'jsonl',
  seeds: wordsOf('{"x": 1, "image": [0, 255], "y": 2}\n{"y": -1e3, "image": [1, 2], "x": 0.5, "more": {"a": [null]}}\n'),
  mutate: (seed, random) => mutateBytes(seed, random, JSON_WORDS),
  read: (file) => read(() => [file.subarray(0, file.length >> 1), file.subarray(file.length >> 1)]),
  bombs: [
    { name: '200,000 brackets', read: () => read(() => bytes(`${'['.repeat(200000)}${']'.repeat(200000)}\n`)) },
    { name: '200,000 objects within each other', read: () => read(() => bytes(`${'{"x":'.repeat(200000)}1${'}'.repeat(200000)}\n`)) },
    { name: '1 GiB without the end of a line', read: () => read(() => brackets(1024)) },
  ],
}
