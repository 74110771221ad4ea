import { expect, it } from 'vitest'
import { zeros } from '@nablajs/linalg'
import { activationOf } from './activationOf.js'

const values = [-2, -0.5, 0, 0.5, 1, 3]

function of(activation: 'sigmoid' | 'tanh', plugin: string) {
  const z = zeros(6, 1, { dtype: 'float64' })
  z.data.set(values)
  const [a, delta, ones] = [1, 2, 3].map(() => zeros(6, 1, { dtype: 'float64' }))
  ones.data.fill(1)
  const { apply, pullback } = activationOf({ activation, settings: { plugin } })
  apply(z, a)
  pullback(z, a, ones, delta)
  return [...a.data, ...delta.data]
}

it.each(['sigmoid', 'tanh'] as const)('%s as anyone would write it is the built-in to rounding', (activation) => {
  const builtIn = of(activation, 'none')
  of(activation, 'own').forEach((value, i) => expect(value).toBeCloseTo(builtIn[i], 14))
})

it('modifies the one neuron and no other', () => {
  const builtIn = of('sigmoid', 'none')
  of('sigmoid', 'perNeuron').forEach((value, i) => expect(value).toBe(i === 3 ? 0.5 : i === 9 ? 1 : builtIn[i]))
})
