import { jacobian } from '../jacobian.js'
import { mixes } from '../mixes.js'
import { slopes } from '../slopes.js'
import { matrixTex } from '../tex/matrixTex.js'
import type { Pass } from './pass.js'
import { quantity, type Quantity } from './quantity.js'

/** How a layer's derivative multiplies what comes back to it. */
export interface Derivative {
  /** σ′(z^l), or where neurons mix the Jacobian of each sample. */
  readonly operands: readonly Quantity[]
  /** TeX of the product with `pulled`, which is that of what comes back. */
  latex(pulled: string): string
  perNeuron(pulled: (neuron: string) => string): string
  /** TeX of the product in numbers. */
  numbers(pulled: readonly (readonly number[])[]): string
}

/**
 * The derivative of layer l: ⊙ σ′(z^l), or (∂a^l/∂z^l)ᵀ by column where its activation mixes neurons.
 *
 * Shapes: z^l and what comes back, n_l × m.
 */
export function derivative({ net, m, a, z }: Pass, l: number): Derivative {
  const activation = net.activation[l]
  if (!mixes(activation, net.sizes[l - 1])) {
    const sigmaPrime = quantity('sigmaPrime', l, slopes(activation, z[l], a[l]))
    return {
      operands: [sigmaPrime],
      latex: (pulled) => `${pulled} \\odot ${sigmaPrime.symbol}`,
      perNeuron: (pulled) => `${pulled('j')} \\, \\sigma'(z^{${l}}_j)`,
      numbers: (pulled) => `${matrixTex(pulled)} \\odot ${matrixTex(sigmaPrime.matrix)}`,
    }
  }
  const jacobians = Array.from({ length: m }, (_, i) => quantity('jacobian', l, jacobian(activation, z[l], a[l], i), ...(m === 1 ? [] : [i])))
  return {
    operands: jacobians,
    latex: (pulled) => `\\left(\\frac{\\partial a^{${l}}}{\\partial z^{${l}}}\\right)^T ${pulled}`,
    perNeuron: (pulled) => `\\sum_i ${pulled('i')} \\, \\frac{\\partial a^{${l}}_i}{\\partial z^{${l}}_j}`,
    numbers: (pulled) => productsTex(jacobians, pulled),
  }
}

/** As many samples as are written with their numbers: each has a Jacobian of its own. */
const SHOWN = 2

function productsTex(jacobians: readonly Quantity[], pulled: readonly (readonly number[])[]): string {
  const products = jacobians.slice(0, SHOWN).map(({ matrix }, i) => `${matrixTex(matrix)}^T ${matrixTex(pulled.map((row) => [row[i]]))}`)
  if (jacobians.length === 1) return products[0]
  return `\\left[ ${products.join(' ,\\; ')}${jacobians.length > SHOWN ? ' ,\\; \\cdots' : ''} \\right]`
}
