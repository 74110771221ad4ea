import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { zeros } from '@nablajs/linalg'
import { feedforward } from './feedforward.js'
import { network } from './network.js'
import { outputFor } from './outputFor.js'

const net = network([2, 1], { activation: sigmoid })

it('is out where that fits, else a matrix of its own', () => {
  const out = zeros(1, 3)
  expect(outputFor('feedforward', net, 3, out)).toBe(out)
  expect(outputFor('feedforward', net, 3)).toMatchObject({ rows: 1, cols: 3, dtype: 'float32' })
})

it.each([
  ['rows', zeros(2, 1), '2 × 1 float32'],
  ['columns', zeros(1, 3), '1 × 3 float32'],
  ['dtype', zeros(1, 1, { dtype: 'float64' }), '1 × 1 float64'],
])('refuses an out of other %s', (side, out, got) => {
  expect(() => feedforward(net, [1, 2], out)).toThrow(
    expect.objectContaining({ code: 'ShapeError', where: 'feedforward, out', side, expected: '1 × 1 float32', got }),
  )
})
