import { expect, it } from 'vitest'
import { initialState } from '../../state/hash.js'
import { SAMPLES, saturationOf } from './saturationOf.js'

const counted = ({ zeros, decades }: { zeros: number; decades: readonly { count: number }[] }) => zeros + decades.reduce((sum, { count }) => sum + count, 0)

it('counts every neuron at every sample, and every weight', () => {
  const layers = saturationOf(initialState, 'quadratic', 1)
  expect(layers.map(({ layer }) => layer)).toEqual([2, 3])
  expect(layers.map(({ errors }) => counted(errors))).toEqual([4 * SAMPLES, 2 * SAMPLES])
  expect(layers.map(({ gradients }) => counted(gradients))).toEqual([12, 8])
})

it('larger weights saturate more, and neurons of linear activation never', () => {
  const shares = [0.2, 1, 5, 20].map((scale) => saturationOf(initialState, 'quadratic', scale)[0]!.saturated)
  expect(shares).toEqual([...shares].sort((p, q) => p - q))
  expect(shares[0]).toBe(0)
  expect(shares[3]).toBeGreaterThan(0.5)
  for (const { saturated } of saturationOf({ ...initialState, activation: 'linear' }, 'quadratic', 20)) expect(saturated).toBe(0)
})

it('leaves the reader\'s network as it is', () => {
  expect(saturationOf(initialState, 'crossEntropy', 5)).toEqual(saturationOf(initialState, 'crossEntropy', 5))
})
