import { expect, it } from 'vitest'
import { dataNames } from '../../engine/names.js'
import { frameOf, GRID, gridOf, points } from './points.js'

it.each(dataNames)('%s: every point is inside the square that is shown', (name) => {
  const samples = points[name]()
  const { left, top, side } = frameOf(samples)
  for (let i = 0; i < samples.size; i++) {
    const [x, y] = [samples.inputs.data[2 * i]!, samples.inputs.data[2 * i + 1]!]
    expect(x > left && x < left + side && y < top && y > top - side).toBe(true)
  }
})

it('the grid begins at the top left and goes right, then down', () => {
  const grid = gridOf({ left: 0, top: 1, side: 1 })
  expect(grid.slice(0, 2)).toEqual(Float32Array.of(0.5 / GRID, 1 - 0.5 / GRID))
  expect(grid.slice(2, 4)).toEqual(Float32Array.of(1.5 / GRID, 1 - 0.5 / GRID))
  expect(grid.slice(-2)).toEqual(Float32Array.of(1 - 0.5 / GRID, 0.5 / GRID))
})
