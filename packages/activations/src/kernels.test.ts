import { applyRows, fromFunction, like, pullbackRows, reference, type Matrix } from '@nablajs/linalg'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as activations from './index.js'
import type { ElementwiseActivation } from './activation.js'

const { elu, gelu, leakyRelu, linear, relu, sigmoid, softmax, softplus, softsign, tanh } = activations
const elementwise = [elu, gelu, leakyRelu, linear, relu, sigmoid, softplus, softsign, tanh]

/** A reference backend without kernels, on which every activation runs as its own code. */
const withoutKernels = { ...reference, kernels: {} }

const number = fc.oneof(fc.double({ min: -50, max: 50 }), fc.double(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 0.75 * Math.SQRT2, -Math.SQRT2))
const layer = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), cols: fc.integer({ min: 0, max: 4 }), dtype: fc.constantFrom('float32' as const, 'float64' as const) })
  .chain((shape) => fc.record({ shape: fc.constant(shape), numbers: fc.array(fc.tuple(number, number), { minLength: 24, maxLength: 24 }) }))

it.each(elementwise)('$name runs by its kernel as it does by its own code, bit for bit, on any run of rows and onto itself', (activation: ElementwiseActivation) => {
  fc.assert(
    fc.property(layer, fc.nat(), fc.nat(), ({ shape: { rows, cols, dtype }, numbers }, x, y) => {
      const [from, to] = [Math.min(x % rows, y % rows), Math.max(x % rows, y % rows) + 1]
      const results = [reference, withoutKernels].map((backend) => {
        const z = fromFunction(rows, cols, (j, i) => numbers[j + i * rows][0], { dtype, backend })
        const g = fromFunction(rows, cols, (j, i) => numbers[j + i * rows][1], { dtype, backend })
        const [a, delta] = [like(z), like(z)]
        applyRows(activation, z, a, from, to)
        pullbackRows(activation, z, a, g, delta, from, to)
        pullbackRows(activation, z, a, g, g, from, to)
        applyRows(activation, z, z, from, to)
        return [a, delta, g, z].map(({ data }) => Array.from(data))
      })
      expect(results[0]).toEqual(results[1])
    }),
    { numRuns: 200 },
  )
})

it('softmax runs by its kernel as it does by its own code, bit for bit, and onto itself', () => {
  fc.assert(
    fc.property(layer, ({ shape: { rows, cols, dtype }, numbers }) => {
      const results = [reference, withoutKernels].map((backend) => {
        const z = fromFunction(rows, cols, (j, i) => numbers[j + i * rows][0], { dtype, backend })
        const g = fromFunction(rows, cols, (j, i) => numbers[j + i * rows][1], { dtype, backend })
        const [a, delta]: Matrix[] = [like(z), like(z)]
        softmax.apply(z, a)
        softmax.pullback(z, a, g, delta)
        softmax.pullback(z, a, g, g)
        softmax.apply(z, z)
        return [a, delta, g, z].map(({ data }) => Array.from(data))
      })
      expect(results[0]).toEqual(results[1])
    }),
    { numRuns: 200 },
  )
})

it('every activation names a kernel of the reference backend, and every kernel there is an activation', () => {
  expect([...elementwise.map(({ kernel }) => kernel), softmax.kernelOf(0)].sort()).toEqual(Object.keys(reference.kernels).sort())
})
