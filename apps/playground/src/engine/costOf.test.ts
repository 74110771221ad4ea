import { expect, it } from 'vitest'
import { initialState } from '../state/hash.js'
import { costOf } from './costOf.js'
import { costNames } from './names.js'
import { quantitiesOf } from './quantities.js'

it('the quadratic cost is (27), and its slope a − y', () => {
  const at = quantitiesOf(initialState)
  const [a1, a2] = [at.get('a:3:1')!, at.get('a:3:2')!]
  const { cost, slopes } = costOf(initialState, at)
  expect(cost).toBeCloseTo(((1 - a1) ** 2 + a2 ** 2) / 2, 14)
  expect(slopes).toEqual([a1 - 1, a2])
})

it.each(costNames)('the slope of %s is that of the cost over the output', (netCost) => {
  const at = quantitiesOf(initialState)
  const over = (a: number) => costOf({ ...initialState, netCost }, at, { j: 2, a })
  expect((over(0.3 + 1e-6).cost - over(0.3 - 1e-6).cost) / 2e-6).toBeCloseTo(over(0.3).slopes[1]!, 6)
})
