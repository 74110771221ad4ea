import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sigmoid, softmax } from '@nablajs/activations'
import { wasm } from '@nablajs/backend-wasm'
import { backprop, network } from '@nablajs/backprop'
import { crossEntropy, quadratic } from '@nablajs/costs'
import { fromColumns, fromRows, hadamard, matmul, transpose, type Matrix } from '@nablajs/linalg'
import { updateMiniBatch } from '@nablajs/trainer'
import { anyDrawn, problemOf } from '../testing/anyNet.js'
import type { Quantity } from './quantity.js'
import type { Step } from './step.js'
import { trace } from './trace.js'

const matrix = ({ matrix: rows }: Quantity) => fromRows(rows, { dtype: 'float64' })
const operand = ({ operands }: Step, kind: Quantity['kind']) => matrix(operands.find((found) => found.kind === kind)!)
const transposed = (A: Matrix) => transpose(A)

/** Equal to rounding, beside the largest number there. */
function expectNear(got: Matrix, expected: Matrix, tolerance = 1e-12): void {
  expect([got.rows, got.cols]).toEqual([expected.rows, expected.cols])
  const size = Math.max(1, ...expected.data.map(Math.abs))
  got.data.forEach((x, at) => expect(Math.abs(x - expected.data[at])).toBeLessThanOrEqual(tolerance * size))
}

/** What comes back, times the derivative that stands among the operands. */
function timesDerivative(step: Step, pulled: Matrix): Matrix {
  const jacobians = step.operands.filter(({ kind }) => kind === 'jacobian').map(matrix)
  if (jacobians.length === 0) return hadamard(pulled, operand(step, 'sigmaPrime'))
  return fromColumns(jacobians.map((J, i) => matmul(J.T, pulled.columns(i, i + 1)).column(0)), { dtype: 'float64' })
}

it('ends in the gradient of backprop and in the parameters of updateMiniBatch, bit for bit, in both element types', () => {
  fc.assert(
    fc.property(anyDrawn(), fc.constantFrom('float32' as const, 'float64' as const), (drawn, dtype) => {
      const { net, cost, X, Y } = problemOf(drawn, { dtype })
      const start = net.parameters.slice()
      const found = trace(net, cost, X, Y, { learningRate: 0.3 })
      const gradient = backprop(net, cost, X, Y)
      expect(found.gradient).toEqual(Array.from(gradient.flat))
      expect(found.cost).toBe(gradient.cost)
      for (const { name, layer, result } of found.steps) {
        if (name === 'gradient of w') expect(result.matrix).toEqual(gradient.w[layer].toRows())
        if (name === 'gradient of b') expect(result.matrix).toEqual(gradient.b[layer].toRows())
      }
      expect(net.parameters).toEqual(start)
      updateMiniBatch(net, X, Y, { cost, learningRate: 0.3 })
      for (const { name, layer, result } of found.steps) {
        if (name === 'update of w') expect(result.matrix).toEqual(net.w[layer].toRows())
        if (name === 'update of b') expect(result.matrix).toEqual(net.b[layer].toRows())
      }
    }),
    { numRuns: 60 },
  )
})

it('has the bits of a backend with kernels of its own', async () => {
  const net = network([3, { neurons: 4, activation: softmax }, 2], { activation: sigmoid, backend: await wasm() })
  const [X, Y] = [fromColumns([[1, 2, 3], [0.5, -1, 2], [0, 0, 1]]), fromColumns([[1, 0], [0, 1], [1, 1]])]
  expect(trace(net, quadratic, X, Y, { learningRate: 1 }).gradient).toEqual(Array.from(backprop(net, quadratic, X, Y).flat))
  net.close()
})

it('gives with every step operands of which the result is made', () => {
  fc.assert(
    fc.property(anyDrawn(), (drawn) => {
      const { net, cost, X, Y } = problemOf(drawn)
      const { steps, samples, m } = trace(net, cost, X, Y, { learningRate: 0.3 })
      for (const [told, columns] of [[steps, m], ...samples.map((sample) => [sample.steps, 1] as const)] as const) {
        for (const step of told) {
          const result = matrix(step.result)
          if (step.name === 'weighted input') {
            const [w, a, b] = step.operands.map(matrix)
            const z = matmul(w, a)
            z.data.forEach((_, at) => (z.data[at] += b.data[at % b.rows]))
            expectNear(result, z)
          }
          if (step.name === 'output error' && step.cancelled !== true) expectNear(result, timesDerivative(step, operand(step, 'nablaA')))
          if (step.name === 'backpropagate') {
            expectNear(operand(step, 'pulled'), matmul(transposed(operand(step, 'w')), operand(step, 'delta')))
            expectNear(result, timesDerivative(step, operand(step, 'pulled')))
          }
          if (step.name === 'gradient of b') result.data.forEach((x, j) => expect(x).toBeCloseTo(operand(step, 'delta').toRows()[j].reduce((sum, d) => sum + d / columns, 0), 11))
          if (step.name === 'gradient of w') expectNear(result, matmul(operand(step, 'delta'), transposed(operand(step, 'a')), undefined, 1 / columns))
        }
      }
    }),
    { numRuns: 40 },
  )
})

it('tells the steps in the order of the algorithm, each sample alone and all at once', () => {
  const net = network([2, 3, 1], { activation: sigmoid })
  const X = fromColumns([[0, 1], [1, 1]])
  const { samples, steps } = trace(net, quadratic, X, fromColumns([[1], [0]]), { learningRate: 2 })
  const oneSample = [
    'input 1', 'weighted input 2', 'activation 2', 'weighted input 3', 'activation 3', 'output error 3', 'backpropagate 2',
    'gradient of b 2', 'gradient of w 2', 'gradient of b 3', 'gradient of w 3',
  ]
  const inWords = (told: readonly Step[]) => told.map(({ name, layer }) => `${name} ${layer}`)
  expect(samples.map((sample) => inWords(sample.steps))).toEqual([oneSample, oneSample])
  expect(inWords(steps)).toEqual([...oneSample, 'update of w 3', 'update of b 3', 'update of w 2', 'update of b 2'])
  expect(steps.map(({ equation }) => equation).slice(0, 11)).toEqual([undefined, '(25)', '(25)', '(25)', '(25)', 'BP1', 'BP2', 'BP3', 'BP4', 'BP3', 'BP4'])
  expect(samples[1].cost).toBe(0.5 * net.a[3].get(0, 1) ** 2)
  expect(trace(net, quadratic, X, fromColumns([[1], [0]]), { learningRate: 2, samples: false }).samples).toEqual([])
})

it('writes each step in symbols and in numbers', () => {
  const net = network([1, 1, 1], { activation: sigmoid, dtype: 'float64' })
  net.parameters.set([2, -1, 0.5, 0])
  const { steps } = trace(net, quadratic, [0.5], [1], { learningRate: 2 })
  const [, weighted, activation, , , bp1, bp2, , bp4, , , update] = steps
  expect(weighted.latex).toBe('z^{2} = w^{2} a^{1} + b^{2}')
  expect(weighted.numbers).toBe('z^{2} = 2 \\, 0.5 + \\left(-1\\right) = 0')
  expect(activation.numbers).toBe('a^{2} = \\sigma\\left(0\\right) = 0.5')
  expect(bp1.latex).toBe("\\delta^{3} = \\nabla_a C \\odot \\sigma'(z^{3})")
  expect(bp2.latex).toBe("\\delta^{2} = \\left((w^{3})^T \\delta^{3}\\right) \\odot \\sigma'(z^{2})")
  expect(bp2.perNeuron).toBe("\\delta^{2}_j = \\sum_k w^{3}_{kj} \\delta^{3}_k \\, \\sigma'(z^{2}_j)")
  expect(bp4.latex).toBe('\\frac{\\partial C}{\\partial w^{2}} = \\delta^{2} (a^{1})^T')
  expect(update.latex).toBe('w^{3} \\rightarrow w^{3} - \\frac{\\eta}{m} \\sum_x \\delta^{x,3} (a^{x,2})^T')
})

it('writes the Jacobian of each sample where neurons mix, and says where the cost cancels with the activation', () => {
  const net = network([2, { neurons: 2, activation: softmax }, { neurons: 2, activation: sigmoid }])
  const Y = fromColumns([[1, 0], [0, 1], [0, 1]])
  const { steps } = trace(net, crossEntropy, fromColumns([[1, 2], [3, 4], [5, 6]]), Y, { learningRate: 1 })
  const bp1 = steps.find(({ equation }) => equation === 'BP1')!
  const bp2 = steps.find(({ equation }) => equation === 'BP2')!
  expect([bp1.cancelled, bp1.operands.map(({ kind }) => kind)]).toEqual([true, ['nablaA', 'sigmaPrime', 'y']])
  expect(bp2.latex).toBe('\\delta^{2} = \\left(\\frac{\\partial a^{2}}{\\partial z^{2}}\\right)^T \\left((w^{3})^T \\delta^{3}\\right)')
  expect(bp2.operands.map(({ kind, sample }) => [kind, sample])).toEqual([['w', undefined], ['delta', undefined], ['pulled', undefined], ['jacobian', 0], ['jacobian', 1], ['jacobian', 2]])
  expect(bp2.numbers).toContain(' ,\\; \\cdots \\right]')
})

it('stays as it is when the network goes on, and cannot be written to', () => {
  const net = network([2, 2], { activation: sigmoid })
  const told = trace(net, quadratic, [1, 2], [0, 1], { learningRate: 1 })
  const before = JSON.stringify(told)
  updateMiniBatch(net, fromColumns([[3, 4]]), fromColumns([[1, 1]]), { cost: quadratic, learningRate: 5 })
  expect(JSON.stringify(told)).toBe(before)
  expect(structuredClone(told)).toEqual(told)
  const frozen = (value: unknown): boolean => typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen))
  expect(frozen(told)).toBe(true)
})

it('refuses a learning rate that is none, and more numbers than anyone reads', () => {
  const net = network([784, 100, 10], { activation: sigmoid })
  const X = { rows: 784, data: new Float32Array(784 * 100) }
  const Y = { rows: 10, data: new Float32Array(1000) }
  expect(() => trace(net, quadratic, X, Y, { learningRate: 0 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'learningRate' }))
  expect(() => trace(net, quadratic, X, Y, { learningRate: 1 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'samples' }))
})
