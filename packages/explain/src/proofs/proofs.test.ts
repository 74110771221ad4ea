import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defineActivation, sigmoid, softmax } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import { absolute, defineCost, huber, quadratic } from '@nablajs/costs'
import { anyDrawn, isWellInside, problemOf } from '../testing/anyNet.js'
import { proofs } from './proofs.js'

it('holds at every step, on any network without kinks', () => {
  fc.assert(
    fc.property(anyDrawn(4, 3), (drawn) => {
      fc.pre(drawn.cost !== absolute && drawn.cost !== huber)
      const problem = problemOf(drawn, { kinks: false })
      fc.pre(isWellInside(problem))
      const { net, cost, X, Y } = problem
      for (const { of, layer, steps } of proofs(net, cost, X.column(0), Y.column(0))) {
        for (const { difference, left, right, latex } of steps) {
          const size = Math.max(...right.map(Math.abs))
          // Where all is nearly 0, what is left is rounding of the cost.
          const isSmall = Math.max(...left.map((x, i) => Math.abs(x - right[i]))) < 1e-9
          expect(isSmall || difference < 1e-5, `${of} at ${layer}: ${latex}, ${difference} of ${size}`).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('goes through the equations of the chapter in order', () => {
  const net = network([2, 3, 2, 2], { activation: sigmoid })
  const found = proofs(net, quadratic, [1, -1], [0, 1])
  expect(found.map(({ of, layer }) => `${of} ${layer}`)).toEqual(['BP1 4', 'BP2 3', 'BP2 2', 'BP3 2', 'BP3 3', 'BP3 4', 'BP4 2', 'BP4 3', 'BP4 4'])
  expect(found[0].steps.map(({ equation }) => equation)).toEqual(['(36)', '(37)', '(38)', '(39)'])
  expect(found[1].steps.map(({ equation }) => equation)).toEqual(['(40)', '(41)', '(42)', '(43)', '(44)', '(45)'])
  expect(found[1].steps[4].latex).toBe("\\frac{\\partial z^{4}_k}{\\partial z^{3}_j} = w^{4}_{kj} \\sigma'(z^{3}_j)")
  expect(found[8].steps[2].left).toHaveLength(4)
})

it('stops where the chapter takes it that neurons do not mix', () => {
  const net = network([2, { neurons: 3, activation: softmax }, { neurons: 2, activation: softmax }], { dtype: 'float64' })
  const [bp1, bp2] = proofs(net, quadratic, [1, -1], [0, 1])
  expect(bp1.steps.map(({ equation }) => equation)).toEqual(['(36)', '(37)'])
  expect(bp2.steps.map(({ equation }) => equation)).toEqual(['(40)', '(41)', '(42)', '(43)'])
  for (const { difference } of [...bp1.steps, ...bp2.steps]) expect(difference).toBeLessThan(1e-9)
})

it('fails where a plugin’s derivative is not that of its function', () => {
  const wrongSlope = defineActivation({ name: 'wrongSlope', f: (z) => z * z, fPrime: (z) => z })
  const [bp1] = proofs(network([1, 1], { activation: wrongSlope }), quadratic, [1], [0])
  expect(bp1.steps.map(({ difference }) => difference < 1e-9)).toEqual([false, false, true, false])
  const wrongGradient = defineCost({ name: 'wrongGradient', value: (a) => a[0] ** 2, gradient: (a) => [a[0]] })
  const [ofCost] = proofs(network([1, 1], { activation: sigmoid }), wrongGradient, [1], [0])
  expect(ofCost.steps.map(({ difference }) => difference < 1e-9)).toEqual([false, true, true, true])
})

it('leaves the network as it was', () => {
  const net = network([2, 2], { activation: sigmoid })
  const start = net.parameters.slice()
  proofs(net, quadratic, [1, 2], [0, 1])
  expect(net.parameters).toEqual(start)
})
