import { sigmoid, softmax } from '@nablajs/activations'
import { expect, it } from 'vitest'
import { activations, costs } from './plugins.js'

it('calls costs and activations by their names', () => {
  const kebab = (name: string) => name.replaceAll(/[A-Z ]/g, (letter) => `-${letter.trim().toLowerCase()}`)
  expect(Object.values(costs).map(({ cost }) => kebab(cost.name))).toEqual(Object.keys(costs))
  expect(Object.values(activations).map(({ name }) => kebab(name))).toEqual(Object.keys(activations))
})

it('leaves the output sigmoid, softmax with log-likelihood', () => {
  expect(costs.quadratic.output).toBe(sigmoid)
  expect(costs['cross-entropy'].output).toBe(sigmoid)
  expect(costs['log-likelihood'].output).toBe(softmax)
})
