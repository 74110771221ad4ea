import { matrixTex } from '../tex/matrixTex.js'
import type { Pass } from './pass.js'
import { quantity } from './quantity.js'
import { step, type Step } from './step.js'

/**
 * Step 5 of the algorithm, its output: BP3 and BP4 for l = 2 … L, as means over the samples.
 *
 * Shapes: ∂C/∂b^l: n_l × 1, ∂C/∂w^l: n_l × n_(l−1).
 */
export function gradientSteps(pass: Pass): Step[] {
  const steps: Step[] = []
  for (let l = 2; l <= pass.net.L; l++) steps.push(ofBias(pass, l), ofWeight(pass, l))
  return steps
}

function ofBias({ m, delta, gradient }: Pass, l: number): Step {
  const error = quantity('delta', l, delta[l])
  const result = quantity('nablaB', l, gradient.b[l])
  const sum = m === 1 ? `\\delta^{${l}}` : `\\frac{1}{m} \\sum_x \\delta^{x,${l}}`
  const numbers = m === 1 ? '' : ` = \\frac{1}{${m}} ${matrixTex(error.matrix)} ${matrixTex(error.matrix[0].map(() => [1]))}`
  return step({
    name: 'gradient of b',
    equation: 'BP3',
    layer: l,
    latex: `${result.symbol} = ${sum}`,
    perNeuron: m === 1 ? `\\frac{\\partial C}{\\partial b^{${l}}_j} = \\delta^{${l}}_j` : `\\frac{\\partial C}{\\partial b^{${l}}_j} = \\frac{1}{m} \\sum_x \\delta^{x,${l}}_j`,
    numbers: `${result.symbol}${numbers} = ${matrixTex(result.matrix)}`,
    operands: [error],
    result,
  })
}

function ofWeight({ m, a, delta, gradient }: Pass, l: number): Step {
  const [error, before] = [quantity('delta', l, delta[l]), quantity('a', l - 1, a[l - 1])]
  const result = quantity('nablaW', l, gradient.w[l])
  const mean = m === 1 ? '' : '\\frac{1}{m} '
  const meanOfNumbers = m === 1 ? '' : `\\frac{1}{${m}} `
  const sum = m === 1 ? `a^{${l - 1}}_k \\delta^{${l}}_j` : `\\frac{1}{m} \\sum_x a^{x,${l - 1}}_k \\delta^{x,${l}}_j`
  return step({
    name: 'gradient of w',
    equation: 'BP4',
    layer: l,
    latex: `${result.symbol} = ${mean}\\delta^{${l}} (a^{${l - 1}})^T`,
    perNeuron: `\\frac{\\partial C}{\\partial w^{${l}}_{jk}} = ${sum}`,
    numbers: `${result.symbol} = ${meanOfNumbers}${matrixTex(error.matrix)} \\, {${matrixTex(before.matrix)}}^T = ${matrixTex(result.matrix)}`,
    operands: [error, before],
    result,
  })
}
