import type { Batch, Network } from '@nablajs/backprop'
import { affine } from '@nablajs/linalg'

/**
 * The rest of the way forward (25), for a z^l or an a^l that someone has changed.
 *
 * Shapes: z^l, or a^l with `at` 'a', is read; all a and z behind it, n × m, are overwritten.
 */
export function forwardFrom({ L, w, b, activation }: Network, { a, z }: Batch, l: number, at: 'z' | 'a' = 'z'): void {
  if (at === 'z') activation[l].apply(z[l], a[l])
  for (let next = l + 1; next <= L; next++) {
    affine(w[next], a[next - 1], b[next], z[next])
    activation[next].apply(z[next], a[next])
  }
}
