import { costGradient, pairingOf } from '@nablajs/backprop'
import { like, matmul } from '@nablajs/linalg'
import { matrixTex } from '../tex/matrixTex.js'
import { derivative } from './derivative.js'
import type { Pass } from './pass.js'
import { quantity } from './quantity.js'
import { step, type Step } from './step.js'

/**
 * Steps 3 and 4 of the algorithm: BP1 at the output, then BP2 for l = L − 1 … 2.
 *
 * Shapes: δ^l: n_l × m.
 */
export function backwardSteps(pass: Pass): Step[] {
  const steps = [outputError(pass)]
  for (let l = pass.net.L - 1; l >= 2; l--) steps.push(backpropagate(pass, l))
  return steps
}

function outputError(pass: Pass): Step {
  const { net, cost, a, y, delta } = pass
  const { L } = net
  const nabla = like(a[L])
  costGradient(cost, a[L], y, nabla)
  const nablaA = quantity('nablaA', L, nabla)
  const sigma = derivative(pass, L)
  const result = quantity('delta', L, delta[L])
  const cancelled = Array.from({ length: net.sizes[L - 1] }, (_, j) => pairingOf(cost, net.activation[L], j)).some(Boolean)
  return step({
    name: 'output error',
    equation: 'BP1',
    layer: L,
    latex: `\\delta^{${L}} = ${sigma.latex(nablaA.symbol)}`,
    perNeuron: `\\delta^{${L}}_j = ${sigma.perNeuron((j) => `\\frac{\\partial C}{\\partial a^{${L}}_${j}}`)}`,
    numbers: `\\delta^{${L}} = ${sigma.numbers(nablaA.matrix)} = ${matrixTex(result.matrix)}`,
    operands: [nablaA, ...sigma.operands, quantity('y', L, y)],
    result,
    activation: net.activation[L].name,
    cancelled,
  })
}

function backpropagate(pass: Pass, l: number): Step {
  const { net, a, delta } = pass
  const [w, after] = [quantity('w', l + 1, net.w[l + 1]), quantity('delta', l + 1, delta[l + 1])]
  const pulled = quantity('pulled', l, matmul(net.w[l + 1].T, delta[l + 1], like(a[l])))
  const sigma = derivative(pass, l)
  const result = quantity('delta', l, delta[l])
  return step({
    name: 'backpropagate',
    equation: 'BP2',
    layer: l,
    latex: `\\delta^{${l}} = ${sigma.latex(`\\left(${pulled.symbol}\\right)`)}`,
    perNeuron: `\\delta^{${l}}_j = ${sigma.perNeuron((j) => `\\sum_k w^{${l + 1}}_{k${j}} \\delta^{${l + 1}}_k`)}`,
    numbers: `\\delta^{${l}} = ${sigma.numbers(pulled.matrix)} = ${matrixTex(result.matrix)}`,
    operands: [w, after, pulled, ...sigma.operands],
    result,
    activation: net.activation[l].name,
  })
}
