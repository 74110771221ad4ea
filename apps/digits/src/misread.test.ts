import { expect, it } from 'vitest'
import { misread } from './misread.js'

/** Images of `side` × `side` that are all ink. */
const images = (count: number, side: number) => {
  const inputs = { rows: side * side, data: new Uint8Array(count * side * side).fill(255) }
  return { size: count, inputs, targets: inputs, labels: new Uint8Array(count) }
}
const wrong = (excesses: number[]) => excesses.map((excess, sample) => ({ sample, label: 3, answer: excess === 0 ? 3 : sample, excess }))

it('draws the worst first, side by side, and no digit that is read right', () => {
  const text = misread(wrong([0.1, 0.9, 0]), images(3, 2))
  expect(text).toBe('3 read as 1    3 read as 0\n██             ██')
})

it('begins a new row where the line is full', () => {
  const rows = misread(wrong([6, 5, 4, 3, 2, 1]), images(6, 28)).split('\n\n')
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(Math.max(...row.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

it('draws no more than asked for', () => {
  expect(misread(wrong([3, 2, 1]), images(3, 2), 2).match(/read as/g)).toHaveLength(2)
})

it('draws nothing where all are read right, or images are not square', () => {
  expect(misread(wrong([0, 0]), images(2, 2))).toBe('')
  const { inputs, ...rest } = images(1, 2)
  expect(misread(wrong([1]), { ...rest, inputs: { ...inputs, rows: 3 } })).toBe('')
})
