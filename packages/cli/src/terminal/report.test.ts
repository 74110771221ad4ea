import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import type { Epoch, Progress } from '@nablajs/trainer'
import { columnsTable } from './columnsTable.js'
import { confusionTable } from '../evaluate/confusionTable.js'
import { learningCurve } from '../train/learningCurve.js'
import { progressBar, summary, time } from '../train/progressBar.js'
import { showScores } from '../evaluate/scores.js'
import { terminal } from './terminal.js'
import { textTable } from './textTable.js'
import { memoryIo } from '../testing/memoryIo.js'

const epoch = (number: number, more: Partial<Epoch> = {}): Epoch => ({ number, cost: 1 / number, samplesPerSecond: 1, ...more })
const history = Array.from({ length: 20 }, (_, i) => epoch(i + 1, { test: { cost: 2 / (i + 1), accuracy: 0.5 } }))

it('draws the cost of the held-out rows, of training where none are, both where colours tell them apart', () => {
  expect(learningCurve(history, 60, false)).toMatch(/^cost by epoch: held out\n/)
  expect(learningCurve(history.map(({ number }) => epoch(number)), 60, false)).toMatch(/^cost by epoch: training\n/)
  expect(learningCurve(history, 60, true)).toMatch(/^cost by epoch: training \(cyan\), held out \(yellow\)\n/)
  expect(learningCurve(history.slice(0, 1), 60, false)).toBe('')
  expect(learningCurve([epoch(1, { cost: NaN }), epoch(2, { cost: 3 }), epoch(3, { cost: 3 })], 10, false)).toContain('3.00')
})

it('shows who was taken for whom, and only the worst where there are many classes', () => {
  expect(confusionTable([[3, 1], [0, 4]], ['a', 'b\u001b'])).toBe('is ╲ taken for  a  b\\u{1b}    right\na               3        1   75.0 %\nb\\u{1b}         ·        4  100.0 %')
  const many = Array.from({ length: 30 }, (_, j) => Array.from({ length: 30 }, (__, k) => (j === k ? 9 : k === 0 ? j : 0)))
  const names = many.map((_, k) => `class number ${k} of thirty`)
  expect(confusionTable(many, names).split('\n').slice(0, 2)).toEqual([expect.stringContaining('taken for another most often'), expect.stringMatching(/^class number 29… +class number 0 … +29$/)])
  expect(confusionTable(many.map((row, j) => row.map((n, k) => (j === k ? n : 0))), names)).toBe('Every sample is right.')
  expect(confusionTable([[0, 0], [0, 4]], ['a', 'b'])).toContain('–')
})

it('says an epoch and a time in a few words', () => {
  expect(summary(history[1]!)).toBe('cost 0.500, held out 1.00, 50.0 % right')
  expect(summary(epoch(2))).toBe('cost 0.500')
  expect([0.2, 89, 200, 6000].map(time)).toEqual(['1 s', '89 s', '4 min', '1.7 h'])
})

it('moves a bar on a terminal, writes lines off it, and is quiet where asked', async () => {
  const progress: Progress = { epoch: 1, epochs: 2, done: 5, size: 10, step: 1, samplesPerSecond: 100, secondsLeft: 0.15 }
  const off = memoryIo()
  const lines = progressBar(terminal(off.io, {}))
  for (const number of [1, 2, 3]) lines.onEpoch(epoch(number))
  lines.onProgress(progress)
  lines.clear()
  const written: string[] = []
  const tty = Object.assign(new PassThrough(), { isTTY: true, columns: 100, cursorTo: () => true, clearLine: () => true, moveCursor: () => true })
  tty.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  const bar = progressBar(terminal({ ...off.io, stderr: tty }, {}))
  bar.clear()
  bar.onProgress(progress)
  bar.onProgress(progress)
  bar.onEpoch(epoch(1))
  bar.clear()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(off.stderr()).toBe('epoch 1: cost 1.00\n')
  expect(written.join('')).toContain('epoch 1 of 2  100 samples/s  ETA 1 s')
})

it('shows what is decided of each column, and what is likely to be a mistake', () => {
  const plain = { name: 'x', use: 'number', why: 'numbers' }
  expect(columnsTable([plain, { ...plain, name: 'y', warning: 'it is the target' }])).toContain('y       number   numbers; CAREFUL: it is the target')
  expect(columnsTable([{ ...plain, name: 'y\u0007', why: '"\u001b[2J" in every row' }])).toContain('y\\u{7}  number   "\\u{1b}[2J" in every row')
  expect(textTable(['a', 'b'], [['x'], ['y', '1']])).toBe('a  b\nx\ny  1')
})

it('has no confusion to show where a row is empty, and an R² of several targets in standard deviations', async () => {
  const { io, stdout } = memoryIo()
  const columns = [1, 2].map((k) => ({ name: `y${k}`, mean: 0, deviation: 2 }))
  showScores({ cost: 1, rSquared: 0.5, meanAbsoluteError: 0.25 }, 10, { kind: 'numbers', columns }, terminal(io, {}))
  showScores({ cost: 1 }, 10, { kind: 'numbers', columns }, terminal(io, {}))
  showScores({ cost: 1 }, 10, { kind: 'classes', name: 'y', classes: ['a', 'b'] }, terminal(io, {}))
  await new Promise((resolve) => setImmediate(resolve))
  expect(stdout()).toBe('R² 0.5000, mean absolute error 0.250 standard deviations, over 10 rows\n')
})
