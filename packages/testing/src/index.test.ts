import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { reference } from '@nablajs/linalg'
import { checkActivation, checkBackend, checkCost, checkGradient } from './index.js'

it('brings every conformance suite in one import', () => {
  expect(() => checkActivation(sigmoid)).not.toThrow()
  expect(() => checkCost(quadratic)).not.toThrow()
  expect(checkBackend(reference, { products: 20 }).backend).toBe('reference')
  expect(checkGradient(network([2, 2], { activation: sigmoid, dtype: 'float64' }), quadratic, [1, 2], [0, 1]).method).toBe('complex step')
})
