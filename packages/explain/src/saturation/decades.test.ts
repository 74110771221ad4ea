import { expect, it } from 'vitest'
import { countDecades } from './decades.js'

it('counts by powers of ten, with zeros apart and no gaps', () => {
  const count = countDecades()
  count.add([0, 1, -9.99, 1e-3, 0.000999])
  count.add([0])
  expect(count.result()).toEqual({
    zeros: 2,
    decades: [{ exponent: -4, count: 1 }, { exponent: -3, count: 1 }, { exponent: -2, count: 0 }, { exponent: -1, count: 0 }, { exponent: 0, count: 2 }],
  })
})

it('knows every power, from the smallest number to the largest', () => {
  for (let exponent = -323; exponent <= 308; exponent++) {
    const count = countDecades()
    count.add([Number(`1e${exponent}`), exponent < 308 ? Number(`9e${exponent}`) : Number.MAX_VALUE])
    if (exponent > -323) expect(count.result().decades).toEqual([{ exponent, count: 2 }])
  }
  const least = countDecades()
  least.add([Number.MIN_VALUE])
  expect(least.result().decades).toHaveLength(1)
  expect(countDecades().result()).toEqual({ zeros: 0, decades: [] })
})
