import { expect, it } from 'vitest'
import { chartOf } from './chartOf.js'

it('begins its axis at 0 and ends it at the top that is asked for', () => {
  const chart = chartOf('a curve', [0.4, 0.2, 0.1], 0.5)
  expect(chart.split('\n')[0]).toBe('a curve')
  expect(chart).toMatch(/^0\.500┤/m)
  expect(chart).toMatch(/^0\.000┤/m)
  expect(Math.max(...chart.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})
