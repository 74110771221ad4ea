import { expect, it } from 'vitest'
import { linear } from '@nablajs/activations'
import { quadratic } from '@nablajs/costs'
import { fromColumns } from '@nablajs/linalg'
import { network } from './network.js'
import { plainLoops } from './plainLoops.js'

it('gives what paper gives for two linear layers and two samples', () => {
  const net = network([1, 2, 1], { activation: linear, dtype: 'float64' })
  net.parameters.set([2, 3, 1, -1, 5, 7, 0])
  const X = fromColumns([[1], [-2]], { dtype: 'float64' })
  const Y = fromColumns([[0], [1]], { dtype: 'float64' })
  // x = 1: a² = (3, 2), a³ = 29, δ³ = 29, δ² = (145, 203). x = −2: a² = (−3, −7), a³ = −64, δ³ = −65, δ² = (−325, −455).
  const gradient = plainLoops(net, quadratic, X, Y)
  expect(gradient.cost).toBe((29 ** 2 / 2 + 65 ** 2 / 2) / 2)
  expect(gradient.b[3].toColumns()).toEqual([[(29 - 65) / 2]])
  expect(gradient.w[3].toRows()).toEqual([[(29 * 3 + 65 * 3) / 2, (29 * 2 + 65 * 7) / 2]])
  expect(gradient.b[2].toColumns()).toEqual([[(145 - 325) / 2, (203 - 455) / 2]])
  expect(gradient.w[2].toColumns()).toEqual([[(145 + 650) / 2, (203 + 910) / 2]])
})
