import { expect, it } from 'vitest'
import { exitCodeOf } from './exitCode.js'

const withCode = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })

it('knows errors by their codes, and a bug by having none', () => {
  const codes = ['OptionError', 'PluginError', 'DivergedError', 'DataError', 'FormatError', 'ShapeError', 'ENOENT', 'commander.unknownOption']
  expect(codes.map((code) => exitCodeOf(withCode(code)))).toEqual([2, 2, 4, 3, 3, 3, 3, 2])
  expect(exitCodeOf(withCode('commander.helpDisplayed', { exitCode: 0 }))).toBe(0)
  expect([exitCodeOf(new TypeError('x')), exitCodeOf('x'), exitCodeOf(withCode('ERR_ASSERTION'))]).toEqual([undefined, undefined, undefined])
})
