const SMALLEST_NORMAL = 2.2250738585072014e-308
const TWO_TO_54 = 18014398509481984
// High words of 1 and of √½: adding their difference makes the exponent field step at √½ · 2ᵏ.
const ONE_MINUS_ROOT_HALF = 0x3ff00000 - 0x3fe6a09e

const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8))

/**
 * The integer k with x · 2⁻ᵏ in [√½, √2) (the borders to 20 bits), for finite x > 0, subnormal ones too.
 *
 * Shapes: scalar.
 */
export function exponentOf(x: number): number {
  const subnormal = x < SMALLEST_NORMAL
  bits.setFloat64(0, subnormal ? x * TWO_TO_54 : x)
  return ((bits.getInt32(0) + ONE_MINUS_ROOT_HALF) >> 20) - (subnormal ? 1077 : 1023)
}
