import { expect, it } from 'vitest'
import fc from 'fast-check'
import { linear } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { limitNorms } from './limitNorms.js'
import { weightRanges } from './weightRanges.js'

it('leaves every neuron of every layer no longer than that, along its direction, and no bias changed', () => {
  const width = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(fc.array(width, { minLength: 2, maxLength: 4 }), fc.nat(), fc.double({ min: 0.1, max: 3, noNaN: true }), (sizes, seed, most) => {
      const [net, before] = [0, 0].map(() => network(sizes, { activation: linear, dtype: 'float64', seed }))
      limitNorms(net.parameters, weightRanges(net), most)
      for (let l = 2; l <= net.L; l++) {
        expect(net.b[l].data).toEqual(before.b[l].data)
        const [rows, rowsBefore] = [net.w[l].toRows(), before.w[l].toRows()]
        rows.forEach((row, j) => {
          const length = Math.hypot(...rowsBefore[j])
          const expected = length > most ? most : length
          row.forEach((x, i) => expect(x).toBeCloseTo((rowsBefore[j][i] * expected) / length, 12))
          if (length <= most * (1 - 1e-9)) expect(row).toEqual(rowsBefore[j])
        })
      }
    }),
  )
})

it('leaves a neuron that is just as long, and lets NaN be seen', () => {
  const parameters = Float64Array.of(3, NaN, 4, 1, 0, 0)
  limitNorms(parameters, [[0, 4]], 5)
  expect([...parameters]).toEqual([3, NaN, 4, 1, 0, 0])
})
