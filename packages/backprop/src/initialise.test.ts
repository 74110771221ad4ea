import { expect, it } from 'vitest'
import { sigmoid } from '@nablajs/activations'
import { he, scaledNormal, standardNormal, xavier, type Initialiser } from './initialise.js'
import { network } from './network.js'

function drawn(initialiser: Initialiser) {
  const net = network([400, 100], { activation: sigmoid, initialiser, seed: 3, dtype: 'float64' })
  return { w: spread(net.w[2].data), b: spread(net.b[2].data) }
}

function spread(data: ArrayLike<number>) {
  const numbers = Array.from(data)
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
  return { mean, variance: numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length }
}

it.each([
  ['standardNormal', standardNormal, 1, 1],
  ['scaledNormal', scaledNormal, 1 / 400, 1],
  ['xavier', xavier, 2 / 500, 0],
  ['he', he, 2 / 400, 0],
])('%s has the variances it states', (_, initialiser, weights, biases) => {
  const { w, b } = drawn(initialiser)
  // 40,000 weights and 100 biases: four standard errors of a sample variance are 2.8 % and 57 %.
  expect(Math.abs(w.variance / weights - 1)).toBeLessThan(0.028)
  expect(Math.abs(w.mean)).toBeLessThan(4 * Math.sqrt(weights / 40000))
  if (biases === 0) expect(b).toEqual({ mean: 0, variance: 0 })
  else expect(Math.abs(b.variance - 1)).toBeLessThan(0.57)
})

it('draws the same first weights in every engine', () => {
  const net = network([2, 2], { activation: sigmoid, seed: 1, dtype: 'float64' })
  expect(Array.from(net.parameters)).toMatchInlineSnapshot(`
    [
      1.665305439479244,
      1.2764129985109265,
      2.2425767369016913,
      -0.6803302114713949,
      1.2985382430362864,
      1.424479343820357,
    ]
  `)
})
