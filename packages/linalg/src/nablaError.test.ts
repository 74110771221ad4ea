import { expect, it } from 'vitest'
import { DataError } from './dataError.js'
import { NablaError } from './nablaError.js'
import { OptionError } from './optionError.js'
import { PluginError } from './pluginError.js'
import { ShapeError, shapeOf } from './shapeError.js'

const details = { where: 'matmul', expected: '2', got: '3', fix: 'Give two.' }

it('says where, what was expected, what came and what to do', () => {
  const error = new NablaError('AnyError', details)
  expect(error.message).toBe('matmul: expected 2, got 3. Give two.')
  expect(error).toMatchObject({ ...details, name: 'AnyError', code: 'AnyError' })
  expect(error instanceof Error).toBe(true)
})

it('has kin, each with its code and its own fields', () => {
  expect(new ShapeError({ ...details, operation: 'matmul', shapes: ['1 × 2', '3 × 4'], side: 'inner' })).toMatchObject({
    code: 'ShapeError', operation: 'matmul', shapes: ['1 × 2', '3 × 4'], side: 'inner',
  })
  expect(new DataError({ ...details, sample: 4, row: 2 })).toMatchObject({ code: 'DataError', sample: 4, row: 2 })
  expect(new DataError(details)).toMatchObject({ sample: undefined, row: undefined })
  expect(new PluginError({ ...details, plugin: 'swish' })).toMatchObject({ code: 'PluginError', plugin: 'swish' })
  expect(new OptionError({ ...details, option: 'seed' })).toMatchObject({ code: 'OptionError', option: 'seed' })
})

it('writes a shape as people do', () => {
  expect(shapeOf({ rows: 30, cols: 784 })).toBe('30 × 784')
})
