import { ulpsBetween } from '../ulpsBetween.js'

const bits = new DataView(new ArrayBuffer(8))

function next(x: number): number {
  bits.setFloat64(0, x)
  bits.setBigInt64(0, bits.getBigInt64(0) + (x < 0 ? -1n : 1n))
  return bits.getFloat64(0)
}

/**
 * By how many ulp f falls at most between neighbours, over the 2,000 doubles about x: 0 where f does not fall.
 *
 * Shapes: scalar, x not 0.
 */
export function largestDrop(f: (x: number) => number, x: number): number {
  let here = x * (1 - Math.sign(x) * 1000 * Number.EPSILON * 0.5)
  let before = f(here)
  let largest = 0
  for (let i = 0; i < 2000; i++) {
    here = next(here)
    const value = f(here)
    if (value < before) largest = Math.max(largest, ulpsBetween(value, before))
    before = value
  }
  return largest
}
