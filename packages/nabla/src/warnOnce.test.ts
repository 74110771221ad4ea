import { afterEach, expect, it, vi } from 'vitest'
import { warnOnce } from './warnOnce.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('warns of the process once for each code', () => {
  const warned = vi.fn()
  vi.stubGlobal('process', { emitWarning: warned })
  for (const code of ['A', 'A', 'B']) warnOnce(code, 'what is missing')
  expect(warned.mock.calls).toEqual([
    ['what is missing', { type: 'NablaWarning', code: 'A' }],
    ['what is missing', { type: 'NablaWarning', code: 'B' }],
  ])
})

it('warns on the console where there is no process', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.stubGlobal('process', undefined)
  for (const code of ['C', 'C']) warnOnce(code, 'what is missing')
  expect(warned.mock.calls).toEqual([['C: what is missing']])
})
