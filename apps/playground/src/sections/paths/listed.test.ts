import { sigmoid } from '@nablajs/activations'
import { backprop, network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { paths } from '@nablajs/explain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits, REST } from '../../state/state.js'
import { listed, MOST_LISTED, sumOf } from './listed.js'

it('what is listed, all added, is BP4\'s number, however many paths there are', () => {
  const width = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(fc.array(width, { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 999 }), (sizes, seed) => {
      const net = network(sizes, { activation: sigmoid, seed, dtype: 'float64' })
      const [x, y] = [Float64Array.from({ length: sizes[0]! }, (_, k) => k - 1), new Float64Array(sizes.at(-1)!)]
      const walked = paths(net, quadratic, x, y, { weight: { layer: 2, j: 0, k: 0 } })
      const list = listed(walked.paths)
      expect(list.length).toBe(Math.min(MOST_LISTED + 1, walked.count))
      expect(sumOf(list, list.map(({ name }) => name))).toBeCloseTo(backprop(net, quadratic, x, y).w[2]!.get(0, 0), 14)
      expect(sumOf(list, [])).toBe(0)
    }),
  )
})

it('the largest network of the page has fewer paths than explain walks, and a link holds all that are listed', () => {
  expect(limits.width ** (limits.layers - 2)).toBeLessThanOrEqual(5000)
  expect(MOST_LISTED + 1).toBeLessThanOrEqual(limits.added)
})

it('names paths by their neurons from 1, and the rest by one name', () => {
  const path = (product: number) => ({ neurons: [0, 2], factors: [], product })
  const list = listed(Array.from({ length: MOST_LISTED + 2 }, () => path(1)))
  expect(list[0]!.name).toBe('1.3')
  expect(list.at(-1)).toEqual({ name: REST, product: 2 })
})
