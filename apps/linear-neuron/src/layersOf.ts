import type { Matrix, Network } from 'nabla'

/** What a linear layer is: z = w a + b, and a = z. */
export interface LinearLayer {
  readonly w: Matrix
  readonly b: Matrix
}

/**
 * The layers 2 … L of a network, in order.
 *
 * Shapes: w: n_l × n_(l−1), b: n_l × 1.
 */
export function layersOf(net: Network): LinearLayer[] {
  return net.w.flatMap((w, l) => {
    const b = net.b[l]
    return b === undefined ? [] : [{ w, b }]
  })
}
