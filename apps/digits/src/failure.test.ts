import { afterEach, expect, it, vi } from 'vitest'
import { exitCodeOf } from './failure.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const failed = (fields: object) => Object.assign(new Error('what is wrong'), fields)

it('writes the message of an error thrown on purpose, without its stack', () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(exitCodeOf(failed({ code: 'DataError' }))).toBe(1)
  expect(exitCodeOf(failed({ code: 'OptionError' }))).toBe(2)
  expect(written.mock.calls).toEqual([['what is wrong'], ['what is wrong']])
})

it('adds nothing to what the command line has said', () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(exitCodeOf(failed({ code: 'commander.unknownOption', exitCode: 1 }))).toBe(2)
  expect(exitCodeOf(failed({ code: 'commander.helpDisplayed', exitCode: 0 }))).toBe(0)
  expect(written).not.toHaveBeenCalled()
})

it.each([failed({}), failed({ code: 7 }), 'text'])('throws a bug again', (bug) => {
  expect(() => exitCodeOf(bug)).toThrow(bug instanceof Error ? bug : 'text')
})
