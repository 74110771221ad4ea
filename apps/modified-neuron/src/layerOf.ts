import type { Matrix, Network } from 'nabla'

/** A layer of a network after `backprop`, l = 2 … L. */
export interface LayerView {
  readonly w: Matrix
  readonly z: Matrix
  readonly a: Matrix
  readonly delta: Matrix
  /** a^(l−1), what comes into the layer. */
  readonly input: Matrix
}

/**
 * All of layer l.
 *
 * Shapes: w: n_l × n_(l−1), z, a and delta: n_l × m, input: n_(l−1) × m. Throws `RangeError` where l is not 2 … L.
 */
export function layerOf(net: Network, l: number): LayerView {
  const [w, z, a, delta, input] = [net.w[l], net.z[l], net.a[l], net.delta[l], net.a[l - 1]]
  if (w && z && a && delta && input) return { w, z, a, delta, input }
  throw new RangeError(`layer ${l} of a network of ${net.L} layers, of which 2 … ${net.L} have weights`)
}
