import type { Activation, ElementwiseActivation } from '@nablajs/activations'
import type { Cost } from '@nablajs/costs'
import { fromColumns, like, type Matrix } from '@nablajs/linalg'
import { gradientFor, type Gradient } from './arena.js'
import { bp1 } from './bp1.js'
import { bp1Neuron, bp2Neuron, bp3Neuron, bp4Weight, neuron } from './componentwise.js'
import type { Network } from './network.js'
import { pairingOf } from './pair.js'

/**
 * Backpropagation as the chapter tells it, one sample after another, one neuron after another: the specification that
 * `backprop` is held to. It is slow, and meant to be read.
 *
 * Shapes: X: n_1 × m, Y: n_L × m; the result's w[l]: n_l × n_(l−1), b[l]: n_l × 1, means over the m samples.
 */
export function plainLoops(net: Network, cost: Cost, X: Matrix, Y: Matrix): Gradient {
  const gradient = gradientFor(net)
  const m = X.cols
  for (let i = 0; i < m; i++) addSample(net, cost, X.columns(i, i + 1), Y.columns(i, i + 1), gradient)
  gradient.cost /= m
  for (let at = 0; at < gradient.flat.length; at++) gradient.flat[at] /= m
  return gradient
}

function addSample(net: Network, cost: Cost, x: Matrix, y: Matrix, gradient: Gradient): void {
  const { L, w, b, activation, sizes, dtype } = net
  const column = (n: number, f: (j: number) => number) => fromColumns([Array.from({ length: n }, (_, j) => f(j))], { dtype })
  const a: Matrix[] = [x, x]
  const z: Matrix[] = []
  const delta: Matrix[] = []

  for (let l = 2; l <= L; l++) {
    z[l] = column(sizes[l - 1], (j) => neuron(w[l], a[l - 1].data, b[l], (weighted) => weighted, j))
    a[l] = column(sizes[l - 1], () => 0)
    activation[l].apply(z[l], a[l])
  }
  gradient.cost += cost.value(a[L].data, y.data)

  delta[L] = outputError(cost, activation[L], z[L], a[L], y)
  for (let l = L - 1; l >= 2; l--) {
    delta[l] = column(sizes[l - 1], (j) => bp2Neuron(w[l + 1], delta[l + 1].data, 1, j))
    activation[l].pullback(z[l], a[l], delta[l], delta[l])
  }

  for (let l = 2; l <= L; l++) {
    for (let j = 0; j < sizes[l - 1]; j++) {
      gradient.b[l].data[j] += bp3Neuron(delta[l].data, j)
      for (let k = 0; k < sizes[l - 2]; k++) {
        gradient.w[l].set(j, k, gradient.w[l].get(j, k) + bp4Weight(a[l - 1].data, delta[l].data, j, k))
      }
    }
  }
}

/** BP1 neuron by neuron; by the engine's own where neurons mix, or where the cost declares what is left of it. */
function outputError(cost: Cost, activation: Activation, z: Matrix, a: Matrix, y: Matrix): Matrix {
  const delta = like(a)
  if (!isElementwise(activation) || pairingOf(cost, activation, 0)) {
    bp1(cost, activation, z, a, y, delta)
    return delta
  }
  const nablaA = cost.gradient(a.data, y.data, like(a).data)
  for (let j = 0; j < a.rows; j++) delta.data[j] = bp1Neuron(nablaA[j], activation.fPrime(z.data[j], a.data[j]))
  return delta
}

function isElementwise(activation: Activation): activation is ElementwiseActivation {
  return 'fPrime' in activation
}
