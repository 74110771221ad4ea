import { defineActivation, type ElementwiseActivation } from './activation.js'

/**
 * The linear neuron: σ(z) = z, σ′(z) = 1. It never saturates.
 *
 * Shapes: scalar. Source: chapter 2, the exercise on linear neurons.
 */
export const linear: ElementwiseActivation = /* @__PURE__ */ defineActivation({
  name: 'linear',
  f: (z) => z,
  fPrime: () => 1,
  complex: (re, im) => [re, im],
  exact: true,
  kernel: 'linear',
})
