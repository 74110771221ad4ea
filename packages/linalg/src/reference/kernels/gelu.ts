import type { Kernel } from '../../backend.js'
import { erfcTail } from '../../exact/erfcTail.js'
import { erfRemainder } from '../../exact/erfRemainder.js'
import { exp } from '../../exact/index.js'

/** 1/√(2π), the height of the normal density. */
const DENSITY_AT_0 = 0.3989422804014327

/**
 * a = z Φ(z), Φ(z) = ½ erfc(−z/√2), and its derivative Φ(z) + z e^(−z²/2)/√(2π), with ±∞ taken as the largest numbers.
 *
 * The two branches of erfc are written out, bit for bit: a call of erfc itself is too much for V8 to inline, and a call
 * that is not inlined makes garbage, the number that it returns.
 *
 * Shapes: as in `Kernel`.
 */
export const gelu: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = Math.max(-Number.MAX_VALUE, z.buffer[z.offset + j])
        const t = -x / Math.SQRT2
        const size = Math.abs(t)
        let erfc = 0
        if (t >= 0.75 || size >= 1) {
          if (size <= 28) erfc = erfcTail(size)
          if (t < 0) erfc = 2 - erfc
        } else {
          const rest = erfRemainder(t)
          erfc = t < 0.5 ? 1 - (t + rest) : 0.5 - (t - 0.5 + rest)
        }
        a.buffer[a.offset + j] = 0.5 * x * erfc
      }
    }
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    for (let i = 0; i < cols * stride; i += stride) {
      for (let j = i; j < i + rows; j++) {
        const x = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, z.buffer[z.offset + j]))
        const t = -x / Math.SQRT2
        const size = Math.abs(t)
        let erfc = 0
        if (t >= 0.75 || size >= 1) {
          if (size <= 28) erfc = erfcTail(size)
          if (t < 0) erfc = 2 - erfc
        } else {
          const rest = erfRemainder(t)
          erfc = t < 0.5 ? 1 - (t + rest) : 0.5 - (t - 0.5 + rest)
        }
        delta.buffer[delta.offset + j] = g.buffer[g.offset + j] * (0.5 * erfc + DENSITY_AT_0 * x * exp(-0.5 * x * x))
      }
    }
  },
}
