const bits = new Uint32Array(1)
const number = new Float32Array(bits.buffer)

/** How many float32 numbers there are from −∞ to ∞, with both zeros. */
export const ORDERED = 2 * 0x7f800001

/** The bits of the float32 number at a place in the order −∞ … −0, 0 … ∞; places from 0 to ORDERED − 1. */
export function bitsAt(place: number): number {
  return place <= 0x7f800000 ? 0xff800000 - place : place - 0x7f800001
}

/** The place of a float32 number in that order. */
export function placeOf(x: number): number {
  number[0] = x
  const pattern = bits[0] ?? 0
  return pattern >= 0x80000000 ? 0xff800000 - pattern : pattern + 0x7f800001
}

/** The float32 number of these bits. */
export function float32Of(pattern: number): number {
  bits[0] = pattern
  return number[0] ?? NaN
}
