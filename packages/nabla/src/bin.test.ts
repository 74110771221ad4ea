import { expect, it, vi } from 'vitest'
import type { Surroundings } from '@nablajs/cli'
import { pickBackend } from './pickBackend.js'

it('runs the command line with the backends of this package; a second signal ends at once', async () => {
  let given: readonly [readonly string[], Surroundings] | undefined
  vi.doMock('@nablajs/cli', () => ({ main: (argv: readonly string[], surroundings: Surroundings) => ((given = [argv, surroundings]), Promise.resolve(7)) }))
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  const before = process.argv
  process.argv = ['node', 'nabla', 'doctor']
  await import('./bin.js')
  process.argv = before
  expect([process.exitCode, given?.[0], given?.[1].pickBackend]).toEqual([7, ['doctor'], pickBackend])
  process.exitCode = 0

  const signals: string[] = []
  const stop = given?.[1].onSignal((signal) => signals.push(signal))
  process.emit('SIGINT', 'SIGINT')
  expect([signals, exit.mock.calls]).toEqual([['SIGINT'], []])
  process.emit('SIGTERM', 'SIGTERM')
  expect(exit.mock.calls).toEqual([[130]])
  stop?.()
  process.emit('SIGINT', 'SIGINT')
  expect(signals).toEqual(['SIGINT', 'SIGTERM'])
  exit.mockRestore()
})
