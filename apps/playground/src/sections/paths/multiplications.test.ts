import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { countPaths, paths, pathsByDynamicProgramming } from '@nablajs/explain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { multiplications, waysBetween } from './multiplications.js'

const sizesAndLayer = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }).chain((sizes) => fc.tuple(fc.constant(sizes), fc.integer({ min: 2, max: sizes.length })))

it('begins with what walking every path takes and ends with what organising them does', () => {
  fc.assert(
    fc.property(sizesAndLayer, ([sizes, layer]) => {
      const net = network(sizes, { activation: sigmoid, seed: 1, dtype: 'float64' })
      const sample = [new Float64Array(sizes[0]!), new Float64Array(sizes.at(-1)!)] as const
      const weight = { layer, j: 0, k: 0 }
      expect(multiplications(sizes, layer, sizes.length).forOne).toBe(paths(net, quadratic, ...sample, { weight }).multiplications)
      expect(multiplications(sizes, layer, layer).forOne).toBe(pathsByDynamicProgramming(net, quadratic, ...sample, { weight }).multiplications)
      expect(waysBetween(sizes, layer, sizes.length)).toBe(countPaths(net, weight))
    }),
  )
})

it('for all weights of a layer every merge saves or costs nothing', () => {
  fc.assert(
    fc.property(sizesAndLayer, ([sizes, layer]) => {
      for (let m = sizes.length; m > layer; m--) expect(multiplications(sizes, layer, m - 1).forLayer).toBeLessThanOrEqual(multiplications(sizes, layer, m).forLayer)
    }),
  )
})
