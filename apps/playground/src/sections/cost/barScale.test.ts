import { expect, it } from 'vitest'
import { barScale } from './barScale.js'

it.each([
  [[0, 0.2], 0.2],
  [[0, 0.21], 0.5],
  [[0.51, 0.1], 1],
  [[4.6], 5],
  [[5.2], 6],
])('%j are seen on a scale to %d', (costs, end) => expect(barScale(costs)).toBe(end))
