import { axpy, copy, fromColumns, type Matrix } from '@nablajs/linalg'
import { matrixTex } from '../tex/matrixTex.js'
import { numberTex } from '../tex/numberTex.js'
import type { Pass } from './pass.js'
import { quantity, type QuantityKind } from './quantity.js'
import { step, type Step } from './step.js'

/**
 * The end of the minibatch algorithm: w^l → w^l − (η/m) Σ_x δ^(x,l) (a^(x,l−1))ᵀ and b^l → b^l − (η/m) Σ_x δ^(x,l) for l = L … 2, to the bits of
 * the trainer's plain descent. The network itself is left as it is.
 *
 * Shapes: w^l: n_l × n_(l−1), b^l: n_l × 1.
 */
export function updateSteps(pass: Pass, eta: number): Step[] {
  const { net, gradient, m } = pass
  const steps: Step[] = []
  for (let l = net.L; l >= 2; l--) {
    const sum = `\\delta^{x,${l}}`
    steps.push(
      updated('w', l, net.w[l], gradient.w[l], eta, m, `${sum} (a^{x,${l - 1}})^T`, `a^{x,${l - 1}}_k ${sum}_j`),
      updated('b', l, net.b[l], gradient.b[l], eta, m, sum, `${sum}_j`),
    )
  }
  return steps
}

function updated(kind: 'w' | 'b', l: number, before: Matrix, nabla: Matrix, eta: number, m: number, term: string, termOfNeuron: string): Step {
  const [old, gradient] = [quantity(kind, l, before), quantity(GRADIENT[kind], l, nabla)]
  const result = quantity(kind, l, axpy(-eta, nabla, copy(before)))
  const index = kind === 'w' ? '_{jk}' : '_j'
  return step({
    name: kind === 'w' ? 'update of w' : 'update of b',
    layer: l,
    latex: `${old.symbol} \\rightarrow ${old.symbol} - \\frac{\\eta}{m} \\sum_x ${term}`,
    perNeuron: `${old.symbol}${index} \\rightarrow ${old.symbol}${index} - \\frac{\\eta}{m} \\sum_x ${termOfNeuron}`,
    numbers: `${matrixTex(old.matrix)} - \\frac{${numberTex(eta)}}{${m}} \\left( ${m} \\, ${matrixTex(gradient.matrix)} \\right) = ${matrixTex(result.matrix)}`,
    operands: [old, quantity('eta', l, fromColumns([[eta]], { dtype: 'float64' })), gradient],
    result,
  })
}

const GRADIENT: Readonly<Record<'w' | 'b', QuantityKind>> = { w: 'nablaW', b: 'nablaB' }
