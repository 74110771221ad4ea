import { expect, it } from 'vitest'
import { climb } from './climb.js'

it('lays terms end to end and shows the goal', () => {
  expect(climb([2, -3], 4)).toEqual({ spans: [{ from: 0, to: 2 }, { from: 2, to: -1 }], least: -1, most: 4 })
})

it('has a range where there is nothing, or no number', () => {
  expect(climb([], 0)).toEqual({ spans: [], least: -1, most: 1 })
  expect(climb([NaN], NaN)).toMatchObject({ least: -1, most: 1 })
})
