import { expect, it } from 'vitest'
import { reciprocal } from './reciprocal.js'

it('is 1/m, the same number each time', () => {
  for (const m of [1, 2, 3, 10, 128, 1000]) expect([reciprocal(m), reciprocal(m)]).toEqual([1 / m, 1 / m])
})
