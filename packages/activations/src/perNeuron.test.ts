import { fromColumns, fromFunction, like } from '@nablajs/linalg'
import { expect, it } from 'vitest'
import { defineActivation } from './activation.js'
import { checkActivation } from './conformance.js'
import { perNeuron } from './perNeuron.js'
import { relu } from './relu.js'
import { sigmoid } from './sigmoid.js'
import { softmax } from './softmax.js'
import { tanh } from './tanh.js'

const modified = perNeuron(sigmoid, { 0: tanh, 2: relu, 3: relu })

it('each neuron has its own σ and σ′, also where delta is g', () => {
  const z = fromFunction(6, 3, (j, i) => j - 2.5 * i + 0.25, { dtype: 'float64' })
  const g = fromFunction(6, 3, (j, i) => 1 + j * i, { dtype: 'float64' })
  const [a, delta] = [like(z), like(z)]
  modified.apply(z, a)
  modified.pullback(z, a, g, delta)
  const own = [tanh, sigmoid, relu, relu, sigmoid, sigmoid]
  expect(a.toColumns()).toEqual(z.toColumns().map((column) => column.map((x, j) => own[j].f(x))))
  expect(delta.toColumns()).toEqual(z.toColumns().map((column, i) => column.map((x, j) => (1 + j * i) * own[j].fPrime(x, own[j].f(x)))))
  modified.pullback(z, a, g, g)
  expect(g.toColumns()).toEqual(delta.toColumns())
})

it('one activation serves layers of several heights', () => {
  const last = perNeuron(relu, { 1: tanh })
  for (const rows of [1, 2, 4, 2]) {
    const z = fromColumns([[-1, -1, -1, -1].slice(0, rows)], { dtype: 'float64' })
    const a = like(z)
    last.apply(z, a)
    expect(a.toColumns()).toEqual([[0, tanh.f(-1), 0, 0].slice(0, rows)])
  }
})

it('says its name, the kernel of each neuron and whether all are exact', () => {
  const own = defineActivation({ name: 'own', f: (z) => z, fPrime: () => 1 })
  expect(perNeuron(sigmoid, { 2: relu }).name).toBe('perNeuron(sigmoid, { 2: relu })')
  expect([0, 1, 2, 3, 4].map(modified.kernelOf)).toEqual(['tanh', 'sigmoid', 'relu', 'relu', 'sigmoid'])
  expect(perNeuron(sigmoid, { 1: own }).kernelOf(1)).toBe(undefined)
  expect(modified.exact).toBe(true)
  expect(perNeuron(sigmoid, { 1: own }).exact).toBe(false)
  expect(perNeuron(own, { 1: sigmoid }).exact).toBe(false)
})

it.each([
  [{ 5: relu }, '5'],
  [{ [-1]: relu }, '-1'],
  [{ 1.5: relu }, '1.5'],
  [{ [NaN]: relu }, 'NaN'],
])('%o is refused on a layer of 5', (neurons: Record<number, typeof relu>, got) => {
  const plugin = perNeuron(sigmoid, neurons)
  expect(() => plugin.check!(5)).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: plugin.name, expected: 'a neuron of 0 … 4', got, where: `${plugin.name}, on a layer of 5` }),
  )
})

it('the first and the last neuron are allowed', () => {
  expect(() => perNeuron(sigmoid, { 0: relu, 4: relu }).check!(5)).not.toThrow()
})

it.each([
  () => perNeuron(softmax as typeof sigmoid, { 1: relu }),
  () => perNeuron(sigmoid, { 1: softmax as typeof sigmoid }),
  () => perNeuron(modified as typeof sigmoid, { 1: relu }),
])('an activation that is not elementwise is refused', (make) => {
  expect(make).toThrow(expect.objectContaining({ code: 'PluginError', expected: 'elementwise activations only' }))
})

it('keeps the contract of an activation', () => {
  expect(checkActivation(modified).findings).toEqual([])
  expect(checkActivation(perNeuron(sigmoid, {}), { neurons: 3 }).findings).toEqual([])
})

it('a neuron that is all but 0 is refused', () => {
  expect(() => perNeuron(sigmoid, { [1e-17]: relu }).check!(5)).toThrow(expect.objectContaining({ got: '1e-17' }))
})
