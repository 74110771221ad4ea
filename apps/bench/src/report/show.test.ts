import { expect, it } from 'vitest'
import type { Row } from '../measure/measure.js'
import { showAbsent, showComparisons, showMedians, showRows } from './show.js'

const row = (workload: string, id: string, rates: number[], more: Partial<Row> = {}): Row => ({ workload, id, group: 'js', rates, ...more })

it('lists the fastest first, with spread and note', () => {
  expect(showRows([row('W1', 'slow', [1, 2, 3]), row('W1', 'fast', [2000, 4000], { note: 'jit' }), row('W1', 'none', [])])).toBe(
    '  fast  3.00k  2.00k … 4.00k    jit\n  slow   2.00    1.00 … 3.00',
  )
})

it('says once why one could not run, and where', () => {
  expect(showAbsent([row('W1', 'a', [], { cannot: 'gone' }), row('W2', 'a', [], { cannot: 'gone' }), row('W1', 'b', [1])])).toBe('  a: gone (W1, W2)')
})

it('puts the medians of all into one table', () => {
  expect(showMedians([row('W1', 'a', [1000]), row('W2', 'a', []), row('W2', 'b', [5])])).toBe('samples/s     W1    W2\na          1.00k     –\nb              –  5.00')
})

it('puts a ratio beside its floor', () => {
  const ratio = { median: 12.34, min: 1, max: 20 }
  const text = showComparisons([{ goal: 'best of ours / x', workload: 'W1', floor: 15, ours: 'a', theirs: 'b', ratio, reached: false }])
  expect(text.split('\n')[1]).toMatch(/^W1 {3}best of ours \/ x +12\.3 +1\.00 … 20\.0 +15 +SHORT +a \/ b$/)
})
