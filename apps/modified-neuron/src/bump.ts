import { defineActivation } from 'nabla'

/**
 * An f of our own: f(z) = 1/(1 + z²), f′(z) = −2z/(1 + z²)². It answers to a band around z = 0, where a sigmoid answers to all
 * that lies on one side of it.
 *
 * Shapes: scalar.
 */
export const bump = defineActivation({
  name: 'bump',
  f: (z) => 1 / (1 + z * z),
  fPrime: (z) => (-2 * z) / ((1 + z * z) * (1 + z * z)),
  exact: true,
})
