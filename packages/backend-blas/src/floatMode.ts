import type { Floats } from '@nablajs/linalg'
import { FloatModeError } from './floatModeError.js'

/** The smallest normal numbers: half of one is subnormal. */
const SMALLEST_NORMAL = { float32: 2 ** -126, float64: 2 ** -1022 }

type Multiply = (x: number, y: number) => number

/** `f`: f32.mul, `d`: f64.mul of their two arguments, as a module. */
const MODULE = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 0x0d, 2, 0x60, 2, 0x7d, 0x7d, 1, 0x7d, 0x60, 2, 0x7c, 0x7c, 1, 0x7c,
  3, 3, 2, 0, 1,
  7, 9, 2, 1, 0x66, 0, 0, 1, 0x64, 0, 1,
  0x0a, 0x11, 2, 7, 0, 0x20, 0, 0x20, 1, 0x94, 0x0b, 7, 0, 0x20, 0, 0x20, 1, 0xa2, 0x0b,
])

/** The products that are tried, each in its element type. Numbers come from memory so that no compiler can know them. */
function products(): { float32: Multiply[]; float64: Multiply[] } {
  const { f, d } = new WebAssembly.Instance(new WebAssembly.Module(MODULE)).exports as { f: Multiply; d: Multiply }
  return { float32: [(x, y) => Math.fround(x * y), f], float64: [(x, y) => x * y, d] }
}

/**
 * Whether this thread flushes subnormal numbers to zero, as a result or as an operand, in JavaScript or in WebAssembly.
 *
 * Shapes: none; returns whether one of the products that make or take a subnormal number is 0.
 */
export function flushesSubnormals(): boolean {
  const { float32, float64 } = products()
  return flushes(float32, new Float32Array([SMALLEST_NORMAL.float32, 0.5, 2])) ||
    flushes(float64, new Float64Array([SMALLEST_NORMAL.float64, 0.5, 2]))
}

function flushes(multiplications: readonly Multiply[], [normal = NaN, half = NaN, two = NaN]: Floats): boolean {
  return multiplications.some((multiply) => {
    const subnormal = multiply(normal, half)
    return subnormal === 0 || multiply(subnormal, two) !== normal
  })
}

/**
 * Throws a `FloatModeError` that names the library where the thread flushes subnormal numbers.
 *
 * Shapes: none.
 */
export function requireFloatMode(library: string): void {
  if (flushesSubnormals()) throw new FloatModeError(library)
}
