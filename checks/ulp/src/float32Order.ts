const bits = new Uint32Array(1)
const number = new Float32Array(bits.buffer)

/** How many float32 numbers there are from −∞ to ∞, with both zeros. */
export const ORDERED = 2 * 0x7f800001

/**
 * The bits of the float32 numbers at places in the order −∞ … −0, 0 … ∞: `length` places from `first` on, `step` apart, from 0 to
 * ORDERED − 1. Whole numbers of 32 bits that wrap, since 2³² of them are made.
 */
export function fillBits(pattern: Int32Array, first: number, step: number, length: number): void {
  let place = first | 0
  for (let i = 0; i < length; i++) {
    pattern[i] = place >>> 0 <= 0x7f800000 ? (0xff800000 - place) | 0 : (place - 0x7f800001) | 0
    place = (place + step) | 0
  }
}

/** The place of a float32 number in that order. */
export function placeOf(x: number): number {
  number[0] = x
  const pattern = bits[0] ?? 0
  return pattern >= 0x80000000 ? 0xff800000 - pattern : pattern + 0x7f800001
}
