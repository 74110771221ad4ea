import { expect, it } from 'vitest'
import { reference } from './reference/reference.js'
import { zeros } from './zeros.js'

it('makes zeros of the shape and type asked for', () => {
  expect(zeros(2, 3).data).toEqual(new Float32Array(6))
  expect(zeros(2, 3, { dtype: 'float64' }).data).toEqual(new Float64Array(6))
  expect(zeros(0, 5)).toMatchObject({ rows: 0, cols: 5 })
})

it.each([
  [-1, 2, 'rows', '-1'],
  [2, 1.5, 'cols', '1.5'],
  [NaN, 1, 'rows', 'NaN'],
])('refuses %s × %s, naming the size', (rows, cols, option, got) => {
  expect(() => zeros(rows, cols)).toThrow(expect.objectContaining({ code: 'OptionError', option, got }))
})

it.each(['float16', 'constructor', ''])("refuses an element type of '%s'", (dtype) => {
  const options = JSON.parse(JSON.stringify({ dtype })) as { dtype: 'float32' }
  expect(() => zeros(1, 1, options)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'dtype', got: `'${dtype}'` }))
})

it.each([
  ['float32', '3725290.3 GiB'],
  ['float64', '7450580.6 GiB'],
] as const)('says how many GiB a size is that no engine has room for, in %s', (dtype, got) => {
  expect(() => zeros(1e6, 1e9, { dtype })).toThrow(
    expect.objectContaining({ code: 'OptionError', option: 'rows, cols', got, where: `zeros, 1000000 × 1000000000 ${dtype}` }),
  )
})

it('hands on what else a backend throws', () => {
  const alloc = () => {
    throw new TypeError('no device')
  }
  expect(() => zeros(1, 1, { backend: { ...reference, alloc } })).toThrow(new TypeError('no device'))
})
