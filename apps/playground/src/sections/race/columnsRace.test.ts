import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { expect, it } from 'vitest'
import { columnsRace } from './columnsRace.js'

it('both ways give the same gradient, and a time each by the clock that is given', () => {
  let time = 0
  const net = network([3, 4, 2], { activation: sigmoid })
  const X = Float32Array.from({ length: 15 }, (_, i) => Math.sin(i))
  const found = columnsRace(net, quadratic, X, new Float32Array(10).fill(0.5), { budget: 10, now: () => time++ })
  expect(found.samples).toBe(5)
  expect(found.difference).toBeLessThan(1e-5)
  // One tick a round, by this clock.
  expect([found.looped, found.whole]).toEqual([1, 1])
})
