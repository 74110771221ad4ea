import { readJsonl } from '@nablajs/data'
import { mutateBytes, wordsOf } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { JSON_WORDS } from './jsonl.js'
import { learn } from './table.js'

/** `readJsonl` of bytes, and all that a table goes through before it is trained on. */
export const tableJsonl: Target = {
  name: 'table-jsonl',
  seeds: wordsOf('{"x": 1, "c": "red", "y": "a"}\n{"y": "b", "x": 0.5, "c": null}\n{"x": -2e3, "y": "a", "c": "blue"}\n{"x": 4, "y": "b", "c": "red"}\n'),
  mutate: (seed, random) => mutateBytes(seed, random, JSON_WORDS),
  read: (file) => learn(readJsonl(file, { name: 'table' })),
  bombs: [
    { name: '200,000 brackets', read: () => learn(readJsonl(`${'['.repeat(200000)}${']'.repeat(200000)}\n`)) },
    { name: '200,000 objects within each other', read: () => learn(readJsonl(`${'{"x":'.repeat(200000)}1${'}'.repeat(200000)}\n`)) },
    { name: '20,000 lines of keys that no other has', read: () => learn(readJsonl(Array.from({ length: 20000 }, (_, i) => `{"k${i}":1}\n`).join(''))) },
  ],
}
