import type { Cost } from '@nablajs/costs'
import { affine, type Floats } from '@nablajs/linalg'
import type { Experiment } from '../experiment.js'
import { forwardFrom } from '../forwardFrom.js'

/** Derivatives by changing one number of a sample's way and going forward with it; everything is put back. */
export interface Change {
  /** The cost with z^l_j changed. */
  costAt(l: number, j: number, z: number): number
  /** z^(l+1) with z^l_j changed. The same memory each time. */
  nextAt(l: number, j: number, z: number): Floats
  /** a^l with z^l_j changed. The same memory each time. */
  activationAt(l: number, j: number, z: number): Floats
  /** z^l with b^l_j changed; the same memory each time. */
  biasAt(l: number, j: number, b: number): Floats
  /** z^l with w^l_jk changed; the same memory each time. */
  weightAt(l: number, j: number, k: number, w: number): Floats
}

/**
 * What an experiment on one sample gives under changes. Its a and z are those of the last change.
 *
 * Shapes: z^l and a^l have n_l numbers.
 */
export function changeOf({ net, batch }: Experiment, cost: Cost): Change {
  const { L, w, b } = net
  const { a, z, y } = batch
  const [zs, as] = [z.map((layer) => layer.data.slice()), a.map((layer) => layer.data.slice())]

  function change(l: number, j: number, to: number): void {
    z[l].data.set(zs[l])
    z[l].set(j, 0, to)
    net.activation[l].apply(z[l], a[l])
  }

  function weighted(l: number, set: (value: number) => void, value: number, before: number): Floats {
    a[l - 1].data.set(as[l - 1])
    set(value)
    affine(w[l], a[l - 1], b[l], z[l])
    set(before)
    return z[l].data
  }

  return {
    costAt(l, j, to) {
      change(l, j, to)
      forwardFrom(net, batch, l, 'a')
      return cost.value(a[L].column(0), y.column(0))
    },
    nextAt(l, j, to) {
      change(l, j, to)
      affine(w[l + 1], a[l], b[l + 1], z[l + 1])
      return z[l + 1].data
    },
    activationAt(l, j, to) {
      change(l, j, to)
      return a[l].data
    },
    biasAt: (l, j, to) => weighted(l, (value) => b[l].set(j, 0, value), to, b[l].get(j, 0)),
    weightAt: (l, j, k, to) => weighted(l, (value) => w[l].set(j, k, value), to, w[l].get(j, k)),
  }
}
