import { expect, it } from 'vitest'
import { sumScale } from './sumScale.js'

it('each term begins where the one before it ended', () => {
  expect(sumScale([2, -3, 0.5])).toEqual({
    spans: [{ from: 0, to: 2 }, { from: 2, to: -1 }, { from: -1, to: -0.5 }],
    least: -5,
    most: 5,
  })
})

it('shows all that is reached on the way, not only the sum', () => expect(sumScale([20, -30])).toMatchObject({ least: -10, most: 20 }))
