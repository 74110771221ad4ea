import { PassThrough } from 'node:stream'
import { afterEach, expect, it, vi } from 'vitest'
import { progressBar } from './progressBar.js'

afterEach(() => {
  vi.useRealTimers()
})

/** A terminal that keeps what was written to it. */
function terminal() {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 200 })
  return { stream, text: () => String(stream.read() ?? '') }
}

const step = (epoch: number) => ({ step: 1, epoch, samples: 10, cost: 0, learningRate: 3 })

it('shows the epoch, the share done, samples/s, the time left and the curve', () => {
  vi.useFakeTimers()
  const { stream, text } = terminal()
  const bar = progressBar({ epochs: 3, size: 1000, accuracy: [0.8, 0.9, 0.95] }, stream)
  bar.onStep(step(2))
  for (let i = 0; i < 49; i++) {
    vi.advanceTimersByTime(10)
    bar.onStep(step(2))
  }
  vi.advanceTimersByTime(200)
  bar.clear()
  // 1,000 digits a second: the bar says half way that half a second is left, and all of epoch 3.
  expect(text()).toMatch(/Epoch 2 ███+░░+ \d\d % {2}1,0\d\d samples\/s {2}ETA 1 s \(all 2 s\) {2}▁▄▆/)
})

it('draws far less often than there are steps', () => {
  vi.useFakeTimers()
  const { stream, text } = terminal()
  const bar = progressBar({ epochs: 1, size: 100000, accuracy: [] }, stream)
  for (let i = 0; i < 10000; i++) {
    vi.advanceTimersByTime(0.1)
    bar.onStep(step(1))
  }
  bar.clear()
  expect(text().split('Epoch').length).toBeLessThan(30)
})

it('never looks like a score', () => {
  vi.useFakeTimers()
  const { stream, text } = terminal()
  const bar = progressBar({ epochs: 100, size: 10000, accuracy: [0.5] }, stream)
  for (let i = 0; i < 500; i++) {
    vi.advanceTimersByTime(200)
    bar.onStep(step(1))
  }
  bar.clear()
  const written = text()
  expect(written).toContain('min')
  expect(written).not.toMatch(/\d \/ \d/)
})

it('leaves Ctrl-C to the app', () => {
  const { stream } = terminal()
  const before = process.listenerCount('SIGINT')
  const bar = progressBar({ epochs: 1, size: 10, accuracy: [] }, stream)
  bar.onStep(step(1))
  expect(process.listenerCount('SIGINT')).toBe(before)
  bar.clear()
})
