import { crossEntropy, quadratic } from '@nablajs/costs'
import { fromArray } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { misreadings } from './misreadings.js'

// Samples by column: right, a little wrong, very wrong.
const a = fromArray(Float64Array.of(0.9, 0.1, 0.6, 0.5, 0.99, 0.02), 2, 3)
const y = fromArray(Float64Array.of(1, 0, 0, 1, 0, 1), 2, 3)

it.each([quadratic, crossEntropy])('lists what was misread by C_x, counting through all pieces: $name', (cost) => {
  const tally = misreadings(cost).begin(2)
  tally.add(a, y)
  tally.add(a, y)
  const found = tally.value()
  expect(found.map(({ sample, label, answer }) => [sample, label, answer])).toEqual([[2, 1, 0], [5, 1, 0], [1, 1, 0], [4, 1, 0]])
  expect(found[0]!.cost).toBe(cost.value(a.column(2), y.column(2)))
})
