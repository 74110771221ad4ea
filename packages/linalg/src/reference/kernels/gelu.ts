import type { Kernel, Operand } from '../../backend.js'
import { erfcTailFrom } from '../../exact/erfcTail.js'
import { erfRemainder } from '../../exact/erfRemainder.js'
import { exp } from '../../exact/index.js'

/** 1/√(2π), the height of the normal density. */
const DENSITY_AT_0 = 0.3989422804014327

/**
 * a = z Φ(z), Φ(z) = ½ erfc(−z/√2), and its derivative Φ(z) + z e^(−z²/2)/√(2π), with ±∞ taken as the largest numbers.
 *
 * Each column takes three passes with one exp or one erfc each. More than that in one function is not inlined by V8, and a
 * call that is not inlined makes garbage, the number that it returns. (A pass is called from a list, so that it is not
 * inlined into another.)
 *
 * Shapes: as in `Kernel`.
 */
export const gelu: Kernel = {
  apply({ rows, cols, stride }, z, a) {
    reserve(rows)
    for (let i = 0; i < cols; i++) run(toValue, i * stride, rows, z, z, a)
  },
  pullback({ rows, cols, stride }, z, _a, g, delta) {
    reserve(rows)
    for (let i = 0; i < cols; i++) run(toSlope, i * stride, rows, z, g, delta)
  },
}

/** What one pass does to `rows` numbers, `from` behind the first of each operand. */
type Pass = (from: number, rows: number, z: Operand, g: Operand, out: Operand) => void

/** One column on its way: e^(−t²), then erfc(t) = 2 Φ(z), t = −z/√2. It grows and is kept. */
let column: Float64Array = /* @__PURE__ */ new Float64Array(0)

function reserve(rows: number): void {
  if (column.length < rows) column = new Float64Array(rows)
}

const exponential: Pass = (from, rows, z) => {
  for (let j = 0; j < rows; j++) {
    const t = bounded(z.buffer[z.offset + from + j]) / Math.SQRT2
    column[j] = exp(-(t * t))
  }
}

/** The two branches of erfc, bit for bit. */
const complement: Pass = (from, rows, z) => {
  for (let j = 0; j < rows; j++) {
    const t = -bounded(z.buffer[z.offset + from + j]) / Math.SQRT2
    const size = Math.abs(t)
    let erfc = 0
    if (t >= 0.75 || size >= 1) {
      if (size <= 28) erfc = erfcTailFrom(size, column[j])
      if (t < 0) erfc = 2 - erfc
    } else {
      const rest = erfRemainder(t)
      erfc = t < 0.5 ? 1 - (t + rest) : 0.5 - (t - 0.5 + rest)
    }
    column[j] = erfc
  }
}

const value: Pass = (from, rows, z, _g, out) => {
  for (let j = 0; j < rows; j++) {
    const x = Math.max(-Number.MAX_VALUE, z.buffer[z.offset + from + j])
    out.buffer[out.offset + from + j] = 0.5 * x * column[j]
  }
}

const slope: Pass = (from, rows, z, g, out) => {
  for (let j = 0; j < rows; j++) {
    const x = bounded(z.buffer[z.offset + from + j])
    const derivative = 0.5 * column[j] + DENSITY_AT_0 * x * exp(-0.5 * x * x)
    out.buffer[out.offset + from + j] = g.buffer[g.offset + from + j] * derivative
  }
}

const toValue: readonly Pass[] = [exponential, complement, value]
const toSlope: readonly Pass[] = [exponential, complement, slope]

function run(passes: readonly Pass[], from: number, rows: number, z: Operand, g: Operand, out: Operand): void {
  for (let p = 0; p < passes.length; p++) passes[p](from, rows, z, g, out)
}

function bounded(z: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, z))
}
