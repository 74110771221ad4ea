import { backprop, linear, network, perNeuron, quadratic, sigmoid, type ElementwiseActivation } from 'nabla'
import { expect, it } from 'vitest'
import { bump } from './bump.js'
import { bp3AndBp4Gaps, termsOf } from './terms.js'

const [x, y] = [[0.2, -1], [0, 1]]

async function pass(layer: number, neuron: number, f: ElementwiseActivation) {
  const activation = (l: number) => (l === layer ? perNeuron(sigmoid, { [neuron]: f }) : sigmoid)
  const net = await network([2, { neurons: 3, activation: activation(2) }, { neurons: 2, activation: activation(3) }], { seed: 3, dtype: 'float64' })
  return { net, gradient: backprop(net, quadratic, x, y) }
}

it.each([[2, 0, bump], [2, 2, linear], [3, 1, linear], [3, 0, bump]])('equals the engine with f at neuron %i, %i', async (layer, neuron, f) => {
  const { net } = await pass(layer, neuron, f)
  const terms = termsOf(net, y, { layer, neuron, f })
  expect(terms.map(({ equation, layer, neuron }) => `${equation} ${layer} ${neuron}`)).toEqual(['BP1 3 0', 'BP1 3 1', 'BP2 2 0', 'BP2 2 1', 'BP2 2 2'])
  expect(terms.filter(({ modified }) => modified)).toEqual([expect.objectContaining({ layer, neuron })])
  for (const { arriving, derivative, byEquation, byEngine } of terms) {
    expect(byEquation).toBeCloseTo(byEngine, 15)
    expect(arriving * derivative).toBeCloseTo(byEngine, 15)
  }
})

it('differs from the engine at that neuron, and there alone, where σ′ is taken for f′', async () => {
  const { net } = await pass(2, 1, bump)
  const wrong = termsOf(net, y, { layer: 2, neuron: 1, f: sigmoid })
  expect(wrong.map(({ byEquation, byEngine }) => Math.abs(byEquation - byEngine) > 1e-12)).toEqual([false, false, false, true, false])
})

it('finds BP3 and BP4 unchanged, and a gradient that is not theirs', async () => {
  const { net, gradient } = await pass(3, 0, bump)
  expect(bp3AndBp4Gaps(net, gradient)).toEqual({ bp3: 0, bp4: 0 })
  gradient.b[2]?.set(1, 0, 9)
  gradient.w[3]?.set(0, 2, -9)
  const { bp3, bp4 } = bp3AndBp4Gaps(net, gradient)
  expect(Math.min(bp3, bp4)).toBeGreaterThan(8)
})
