import { expect, it } from 'vitest'
import { crossEntropy, defineCost, logLikelihood, quadratic } from '@nablajs/costs'
import { sigmoid } from '@nablajs/activations'
import { backprop } from './backprop.js'
import { network } from './network.js'
import { requireTargets } from './requireTargets.js'

const columns = (...data: number[]) => ({ rows: 2, data: Float64Array.from(data) })

it.each([
  ['a target above 1 for cross-entropy', crossEntropy, columns(0, 1, 0.5, 1.5), 1, 1, 'in 0 … 1'],
  ['labels in bytes for cross-entropy', crossEntropy, { rows: 1, data: Uint8Array.of(0, 1, 7) }, 2, 0, 'in 0 … 1'],
  ['targets of −1 and +1 for log-likelihood', logLikelihood, columns(1, -1), 0, 1, 'of at least 0'],
] as const)('refuses %s, naming sample and row', (_, cost, Y, sample, row, range) => {
  expect(() => requireTargets('train, targets', cost, Y)).toThrow(
    expect.objectContaining({ code: 'DataError', sample, row, where: `train, targets, sample ${sample}, row ${row}`, expected: expect.stringContaining(range), fix: expect.stringContaining('oneHot') }),
  )
})

it('takes what a cost means, a rounding beside it, and scaled bytes', () => {
  expect(() => requireTargets('train', crossEntropy, columns(0, 1, 1 + 2 ** -52, -1e-12))).not.toThrow()
  expect(() => requireTargets('train', crossEntropy, { rows: 1, data: Uint8Array.of(0, 255), scale: 1 / 255 })).not.toThrow()
  expect(() => requireTargets('train', logLikelihood, columns(3, 0))).not.toThrow()
  expect(() => requireTargets('train', quadratic, columns(-7, 1e9))).not.toThrow()
})

it('looks at the entries asked for alone', () => {
  expect(() => requireTargets('train', crossEntropy, columns(2, 0, 1, 3), 1, 3)).not.toThrow()
  expect(() => requireTargets('train', crossEntropy, columns(2, 0, 1, 3), 1, 4)).toThrow('sample 1, row 1')
})

it('holds backprop to what a plugin says of itself', () => {
  const signs = defineCost({ ...quadratic, name: 'signs', targets: [-1, 1] })
  const net = network([1, 1], { activation: sigmoid })
  expect(backprop(net, signs, [1], [-1]).cost).toBeGreaterThan(0)
  expect(() => backprop(net, signs, [1], [2])).toThrow('backprop, Y, sample 0, row 0: expected a target in -1 … 1, which is what the cost signs is for, got 2')
})
