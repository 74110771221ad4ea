import { expect, it } from 'vitest'
import { costScale } from './costScale.js'

it.each([
  [[], [0.01, 0.1, 1]],
  [[0.5], [0.01, 0.1, 1]],
  [[2, 0.5], [0.1, 1, 10]],
  [[0.7, 0.0003], [0.0001, 0.001, 0.01, 0.1, 1]],
])('%j has the ticks %j', (costs, ticks) => expect(costScale(costs).ticks).toEqual(ticks))

it('runs from the lowest tick to the highest, a decade as long as another', () => {
  const { at, ticks } = costScale([0.7, 0.0003])
  expect(ticks.map(at).map((place) => Number(place.toFixed(12)))).toEqual([0, 0.25, 0.5, 0.75, 1])
})

it('has a place for a cost of 0', () => expect(costScale([1, 0]).at(0)).toBe(0))
