import fc from 'fast-check'
import { expect, it } from 'vitest'
import { oneHot } from './oneHot.js'

it('puts a 1 in the row of the label', () => {
  expect(oneHot([2, 0], 3)).toEqual({ rows: 3, data: Uint8Array.of(0, 0, 1, 1, 0, 0) })
})

it('has one 1 in each column, at the label', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (labels) => {
      const { rows, data } = oneHot(labels, 10)
      expect(data.length).toBe(10 * labels.length)
      labels.forEach((label, i) => {
        const column = data.subarray(i * rows, (i + 1) * rows)
        expect(column.indexOf(1)).toBe(label)
        expect(column.reduce((sum, x) => sum + x, 0)).toBe(1)
      })
    }),
  )
})

it.each([3, -1, 0.5, NaN])('names the sample whose label is %f of 3 classes', (label) => {
  expect(() => oneHot([0, 1, label], 3)).toThrow(
    expect.objectContaining({ code: 'DataError', sample: 2, expected: 'a whole number of 0 … 2', got: String(label) }),
  )
})

it.each([0, -1, 2.5, NaN, Infinity])('refuses %f classes', (classes) => {
  expect(() => oneHot([0], classes)).toThrow(expect.objectContaining({ code: 'OptionError', option: 'classes' }))
})
