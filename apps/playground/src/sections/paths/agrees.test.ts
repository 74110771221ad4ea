import { expect, it } from 'vitest'
import { agrees } from './agrees.js'

const path = (product: number) => ({ neurons: [], factors: [], product })

it('measures a difference against what was added', () => {
  expect(agrees({ sum: 1e-17, paths: [path(1), path(-1)] }, 0)).toBe(true)
  expect(agrees({ sum: 0.28, paths: [path(0.28)] }, 1)).toBe(false)
  expect(agrees({ sum: NaN, paths: [path(NaN)] }, 1)).toBe(false)
  expect(agrees({ sum: 0, paths: [path(0)] }, 0)).toBe(true)
})
