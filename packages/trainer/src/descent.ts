import { bp3, bp4, type Batch, type Network } from '@nablajs/backprop'
import { descend, reciprocal, zeros, type Floats } from '@nablajs/linalg'
import type { Optimizer, StepInfo } from './optimizer.js'

/**
 * The second half of a step: from the errors of a minibatch to the updated parameters.
 *
 * Shapes: batch: δ^l and a^(l−1) with m columns; w^l, b^l and the optimizer's vectors are updated.
 */
export type Descent = (batch: Batch) => void

/**
 * How an optimizer steps on a network. Plain gradient descent goes down in the pass that makes the gradient (`descend`);
 * every other optimizer gets the whole gradient. Which of the two is decided here, once, and not at each step.
 *
 * Shapes: `vectors` as long as `net.parameters`; `info` is read at each step.
 */
export function descentOf(net: Network, optimizer: Optimizer, vectors: readonly Floats[], info: StepInfo): Descent {
  return optimizer.kernel === 'descend' ? fused(net, optimizer, info) : byGradient(net, optimizer, vectors, info)
}

const NO_VECTORS: readonly Floats[] = []

function fused(net: Network, optimizer: Optimizer, info: StepInfo): Descent {
  const { L, w, b, gradient, backend } = net
  const eta = zeros(1, 1, { dtype: 'float64', backend })
  return ({ m, a, delta }) => {
    eta.data[0] = info.learningRate
    for (let l = L; l >= 2; l--) {
      bp3(delta[l], gradient.b[l])
      optimizer.step(b[l].data, gradient.b[l].data, NO_VECTORS, info)
      descend(eta, reciprocal(m), delta[l], a[l - 1], w[l])
    }
  }
}

function byGradient(net: Network, optimizer: Optimizer, vectors: readonly Floats[], info: StepInfo): Descent {
  const { L, parameters, gradient } = net
  return ({ a, delta }) => {
    for (let l = L; l >= 2; l--) {
      bp3(delta[l], gradient.b[l])
      bp4(a[l - 1], delta[l], gradient.w[l])
    }
    optimizer.step(parameters, gradient.flat, vectors, info)
  }
}
