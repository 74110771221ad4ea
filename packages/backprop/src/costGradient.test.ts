import { expect, it } from 'vitest'
import { defineCost, quadratic } from '@nablajs/costs'
import { fromColumns, like } from '@nablajs/linalg'
import { costGradient } from './costGradient.js'

const a = fromColumns([[1, 2], [3, 4], [5, 6]])
const y = fromColumns([[0, 2], [1, 1], [5, 0]])

it('is ∇ₐC of each sample in its own column', () => {
  const nabla = like(a)
  costGradient(quadratic, a, y, nabla)
  expect(nabla.toColumns()).toEqual([[1, 0], [2, 3], [0, 6]])
})

it('takes a gradient that is returned and not filled in', () => {
  const returning = defineCost({ ...quadratic, gradient: (aj, yj) => aj.map((x, j) => x - yj[j]) })
  const nabla = like(a)
  costGradient(returning, a, y, nabla)
  expect(nabla.toColumns()).toEqual([[1, 0], [2, 3], [0, 6]])
})

it.each([
  ['three numbers for two neurons', () => [1, 2, 3], '3'],
  ['nothing at all', () => undefined as never, 'undefined'],
])('names the cost and the sample where it returns %s', (_, gradient, got) => {
  const wrong = defineCost({ ...quadratic, name: 'wrong', gradient })
  expect(() => costGradient(wrong, a, y, like(a))).toThrow(
    expect.objectContaining({ code: 'PluginError', plugin: 'wrong', where: 'cost wrong, gradient at sample 0', got, expected: '2 numbers, one for each output neuron' }),
  )
})

it('asks for the gradient of each sample once, at a and y in their places', () => {
  const given: number[][][] = []
  const asked = defineCost({ ...quadratic, gradient: (aj, yj, out) => (given.push([Array.from(aj), Array.from(yj)]), out) })
  costGradient(asked, a, y, like(a))
  expect(given).toEqual([[[1, 2], [0, 2]], [[3, 4], [1, 1]], [[5, 6], [5, 0]]])
})
