import { matrixTex } from '../tex/matrixTex.js'
import type { Pass } from './pass.js'
import { quantity } from './quantity.js'
import { step, type Step } from './step.js'

/**
 * Steps 1 and 2 of the algorithm: a^1 = x, then z^l and a^l for l = 2 … L (25).
 *
 * Shapes: a^l, z^l: n_l × m.
 */
export function forwardSteps({ net, m, a, z }: Pass): Step[] {
  const input = quantity('a', 1, a[1])
  const given = quantity(m === 1 ? 'x' : 'X', 1, a[1])
  const steps = [
    step({
      name: 'input',
      layer: 1,
      latex: `a^{1} = ${given.symbol}`,
      perNeuron: 'a^{1}_k = x_k',
      numbers: `a^{1} = ${matrixTex(input.matrix)}`,
      operands: [given],
      result: input,
    }),
  ]
  for (let l = 2; l <= net.L; l++) {
    const [w, before, b] = [quantity('w', l, net.w[l]), quantity('a', l - 1, a[l - 1]), quantity('b', l, net.b[l])]
    const [weighted, after] = [quantity('z', l, z[l]), quantity('a', l, a[l])]
    const [zTex, aTex] = [matrixTex(weighted.matrix), matrixTex(after.matrix)]
    steps.push(
      step({
        name: 'weighted input',
        equation: '(25)',
        layer: l,
        latex: `z^{${l}} = w^{${l}} a^{${l - 1}} + b^{${l}}`,
        perNeuron: `z^{${l}}_j = \\sum_k w^{${l}}_{jk} a^{${l - 1}}_k + b^{${l}}_j`,
        numbers: `z^{${l}} = ${matrixTex(w.matrix)} \\, ${matrixTex(before.matrix)} + ${matrixTex(b.matrix)} = ${zTex}`,
        operands: [w, before, b],
        result: weighted,
      }),
      step({
        name: 'activation',
        equation: '(25)',
        layer: l,
        latex: `a^{${l}} = \\sigma(z^{${l}})`,
        perNeuron: `a^{${l}}_j = \\sigma(z^{${l}}_j)`,
        numbers: `a^{${l}} = \\sigma\\left(${zTex}\\right) = ${aTex}`,
        operands: [weighted],
        result: after,
        activation: net.activation[l].name,
      }),
    )
  }
  return steps
}
