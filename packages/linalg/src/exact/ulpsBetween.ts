const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(16))
const TWO_TO_32 = 4294967296
const SIGN = 0x7fffffff

function ulpsBetweenDoubles(x: number, y: number): number {
  bits.setFloat64(0, x)
  bits.setFloat64(8, y)
  const xHigh = bits.getInt32(0)
  const yHigh = bits.getInt32(8)
  // Numbers of one sign are ordered as their bits are; between two signs the way leads over 0.
  const direction = (xHigh ^ yHigh) < 0 ? 1 : -1
  const high = (xHigh & SIGN) + direction * (yHigh & SIGN)
  return Math.abs(high * TWO_TO_32 + (bits.getUint32(4) + direction * bits.getUint32(12)))
}

function ulpsBetweenFloats(x: number, y: number): number {
  bits.setFloat32(0, x)
  bits.setFloat32(4, y)
  const xBits = bits.getInt32(0)
  const yBits = bits.getInt32(4)
  return Math.abs((xBits & SIGN) + ((xBits ^ yBits) < 0 ? 1 : -1) * (yBits & SIGN))
}

/**
 * How many steps of the number type lie between x and y: 0 for equal ones (and for 0 and −0, and for NaN and NaN), 1 for
 * neighbours, over 0 and up to ±∞ too; ∞ between NaN and a number. Exact up to 2⁵³ steps. With `float32` both are rounded
 * to that type first.
 *
 * Shapes: scalar.
 */
export function ulpsBetween(x: number, y: number, dtype: 'float64' | 'float32' = 'float64'): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y) ? 0 : Infinity
  return dtype === 'float64' ? ulpsBetweenDoubles(x, y) : ulpsBetweenFloats(x, y)
}
