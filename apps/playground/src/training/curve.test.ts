import { expect, it } from 'vitest'
import { Curve } from './curve.js'

const curveOf = (count: number) => {
  let curve = Curve.empty
  for (let epoch = 1; epoch <= count; epoch++) curve = curve.with({ epoch, value: 1 / epoch })
  return curve.points.map(({ epoch }) => epoch)
}

it('keeps every point while there are few', () => expect(curveOf(400)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1)))

it.each([401, 402, 999, 5000, 20_000])('of %d points keeps the first, the last, and few enough in even steps between', (count) => {
  const epochs = curveOf(count)
  expect(epochs[0]).toBe(1)
  expect(epochs.at(-1)).toBe(count)
  expect(epochs.length).toBeLessThanOrEqual(400)
  expect(epochs.length).toBeGreaterThan(150)
  const steps = epochs.slice(1, -1).map((epoch, i) => epoch - epochs[i]!)
  expect(new Set(steps).size).toBe(1)
})
