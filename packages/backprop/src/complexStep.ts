import type { Activation, ElementwiseActivation } from '@nablajs/activations'
import type { Cost } from '@nablajs/costs'
import type { Matrix } from '@nablajs/linalg'
import type { Network } from './network.js'

/**
 * An imaginary step so small that its square underflows, and a power of two, so that dividing by it is exact: nothing is
 * subtracted, so nothing cancels.
 */
const STEP = 2 ** -500

type ComplexCost = Cost & Required<Pick<Cost, 'complex'>>
type ComplexActivation = ElementwiseActivation & { complex: NonNullable<ElementwiseActivation['complex']> }

/** What the complex step needs of a network: a complex form of each activation and of the cost. */
export interface ComplexForm {
  readonly activation: readonly ComplexActivation[]
  readonly cost: ComplexCost
}

/**
 * The complex form of a network's plugins, or `undefined` where one has none.
 *
 * Shapes: `activation` is filled at 2 … L.
 */
export function complexFormOf({ L, activation }: Network, cost: Cost): ComplexForm | undefined {
  if (!isComplexCost(cost)) return undefined
  const forms: ComplexActivation[] = []
  for (let l = 2; l <= L; l++) {
    const form = activation[l]
    if (!isComplex(form)) return undefined
    forms[l] = form
  }
  return { activation: forms, cost }
}

/**
 * ∂C/∂θ for one parameter by the complex step: Im C(θ + ih) / h, exact to rounding.
 *
 * Shapes: X: n_1 × m, Y: n_L × m in float64; `index` is a place in `net.parameters`. Returns a number.
 *
 * Source: Squire and Trapp, Using complex variables to estimate derivatives of real functions (1998).
 */
export function complexStep(net: Network, form: ComplexForm, X: Matrix, Y: Matrix, index: number): number {
  let total = 0
  for (let i = 0; i < X.cols; i++) total += imaginaryCost(net, form, X.column(i), Y, i, index)
  return total / STEP / X.cols
}

function imaginaryCost(net: Network, form: ComplexForm, x: ArrayLike<number>, Y: Matrix, i: number, index: number): number {
  const { L, sizes, parameters } = net
  let re = Array.from(x)
  let im = re.map(() => 0)
  let offset = 0
  for (let l = 2; l <= L; l++) {
    const rows = sizes[l - 1]
    const cols = sizes[l - 2]
    const bias = offset + rows * cols
    const nextRe: number[] = []
    const nextIm: number[] = []
    for (let j = 0; j < rows; j++) {
      let zRe = parameters[bias + j]
      let zIm = bias + j === index ? STEP : 0
      for (let k = 0; k < cols; k++) {
        const at = offset + j + k * rows
        const wIm = at === index ? STEP : 0
        zRe += parameters[at] * re[k] - wIm * im[k]
        zIm += parameters[at] * im[k] + wIm * re[k]
      }
      const [aRe, aIm] = form.activation[l].complex(zRe, zIm)
      nextRe.push(aRe)
      nextIm.push(aIm)
    }
    re = nextRe
    im = nextIm
    offset = bias + rows
  }
  return form.cost.complex(re, im, Y.column(i))[1]
}

function isComplexCost(cost: Cost): cost is ComplexCost {
  return cost.complex !== undefined
}

function isComplex(activation: Activation): activation is ComplexActivation {
  return 'complex' in activation && activation.complex !== undefined
}
