import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { experiment } from './experiment.js'
import { samplesOf } from './samplesOf.js'

const net = network([2, 1], { activation: sigmoid })

it('counts columns, one that is half filled too, and one sample as plain numbers', () => {
  expect(samplesOf(net, fromColumns([[1, 2], [3, 4], [5, 6]]))).toBe(3)
  expect(samplesOf(net, { rows: 2, data: new Uint8Array(5) })).toBe(3)
  expect(samplesOf(net, [1, 2])).toBe(1)
})

it('leaves what does not fit to be refused, in words and without memory for it', () => {
  const X = { rows: 1, data: new Float32Array(1e6) }
  expect(samplesOf(net, X)).toBe(1)
  expect(() => experiment('demon', net, quadratic, X, [1])).toThrow(expect.objectContaining({ code: 'ShapeError', where: 'demon, X' }))
  expect(() => experiment('demon', net, quadratic, Promise.resolve(1) as never, [1])).toThrow(expect.objectContaining({ code: 'ShapeError' }))
})
