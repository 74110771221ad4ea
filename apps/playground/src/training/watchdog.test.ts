import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Watchdog } from './watchdog.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('calls after two seconds of silence, and not while something is heard', () => {
  const call = vi.fn()
  const watchdog = new Watchdog(call)
  watchdog.heard(2000)
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(1999)
    watchdog.heard(2000)
  }
  expect(call).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(call).toHaveBeenCalledOnce()
})

it('does not call while it rests', () => {
  const call = vi.fn()
  const watchdog = new Watchdog(call)
  watchdog.heard(2000)
  watchdog.rest()
  vi.advanceTimersByTime(60_000)
  expect(call).not.toHaveBeenCalled()
})
