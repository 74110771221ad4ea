import { random, type Backend } from '@nablajs/linalg'
import { add, divide, multiply, scaled, type DoubleDouble } from './doubleDouble.js'
import { exp, expm1, log, log1p, ONE } from './doubleDoubleFunctions.js'
import type { Measured } from './measureFloat32.js'

/** What a kernel is held to in float64. */
export interface Claim64 {
  readonly kernel: string
  readonly direction: 'apply' | 'pullback'
  readonly truth: (z: number) => DoubleDouble
  readonly ulps: number
  /** Whether the kernel may not fall between neighbours: those that are monotone by their form. */
  readonly rises: boolean
  /** Numbers are drawn from here. */
  readonly from: number
  readonly to: number
}

const TWO: DoubleDouble = { high: 2, low: 0 }
const negative = ({ high, low }: DoubleDouble): DoubleDouble => ({ high: -high, low: -low })

function logistic(z: number): DoubleDouble {
  const e = exp(-Math.abs(z))
  return divide(z < 0 ? e : ONE, add(ONE, e))
}

function logisticSlope(z: number): DoubleDouble {
  const e = exp(-Math.abs(z))
  const d = add(ONE, e)
  return divide(e, multiply(d, d))
}

function tanh(z: number): DoubleDouble {
  const u = expm1(-2 * Math.abs(z))
  const size = divide(negative(u), add(u, TWO))
  return z < 0 ? negative(size) : size
}

function softplus(z: number): DoubleDouble {
  return add({ high: Math.max(z, 0), low: 0 }, log1p(exp(-Math.abs(z))))
}

function softsign(z: number): DoubleDouble {
  return divide({ high: z, low: 0 }, add(ONE, { high: Math.abs(z), low: 0 }))
}

/** Down to e^−650 nothing of the truth's lower part is subnormal. */
export const claims64: readonly Claim64[] = [
  claim('exp', 'apply', exp, 1, true, -650, 709),
  claim('log', 'apply', log, 1, true, 0, 1e9),
  claim('sigmoid', 'apply', logistic, 1.5, true, -650, 650),
  claim('sigmoid', 'pullback', logisticSlope, 4, false, -650, 650),
  claim('tanh', 'apply', tanh, 1.5, true, -25, 25),
  claim('tanh', 'pullback', (z) => scaled(logisticSlope(2 * z), 2), 4, false, -320, 320),
  claim('softplus', 'apply', softplus, 2, false, -650, 650),
  claim('softplus', 'pullback', logistic, 4, true, -650, 650),
  claim('elu', 'apply', (z) => (z > 0 ? { high: z, low: 0 } : expm1(z)), 2, true, -45, 1),
  claim('softsign', 'apply', softsign, 2, false, -1000, 1000),
]

function claim(
  kernel: string, direction: 'apply' | 'pullback', truth: (z: number) => DoubleDouble, ulps: number, rises: boolean, from: number, to: number,
): Claim64 {
  return { kernel, direction, truth, ulps, rises, from, to }
}

/** Numbers of one call. */
const CHUNK = 1 << 14
/** So many neighbours follow each number that was drawn: f must not fall between them. */
const NEIGHBOURS = 4

const bits = new BigInt64Array(1)
const number = new Float64Array(bits.buffer)

/**
 * Runs one direction of a kernel over about `points` doubles, each with its next neighbours, and compares with double-double: a
 * quarter drawn evenly over the range, half around 0, a quarter of every size.
 *
 * Shapes: none.
 */
export function measureFloat64(backend: Backend, { kernel: name, direction, truth, from, to }: Claim64, points: number, seed: number): Measured {
  const kernel = backend.kernels[name]
  if (!kernel) throw new RangeError(`${backend.name} has no kernel ${name}`)
  const [z, out, ones, a] = [0, 1, 2, 3].map(() => backend.alloc('float64', CHUNK))
  if (!z || !out || !ones || !a) throw new RangeError('four regions')
  ones.buffer.fill(1, ones.offset, ones.offset + CHUNK)
  const draws = random(seed)
  const shape = { rows: CHUNK, cols: 1, stride: CHUNK }
  let numbers = 0
  let worst = 0
  let at = NaN
  let falls: number | undefined
  for (; numbers < points; numbers += CHUNK) {
    for (let i = 0; i < CHUNK; i++) {
      const previous = z.buffer[z.offset + i - 1] ?? 0
      z.buffer[z.offset + i] = i % NEIGHBOURS === 0 ? draw(draws.uniform(), draws.uniform(), from, to) : next(previous)
    }
    if (direction === 'apply') kernel.apply(shape, z, out)
    else kernel.pullback(shape, z, a, ones, out)
    for (let i = 0; i < CHUNK; i++) {
      const x = z.buffer[z.offset + i] ?? NaN
      const y = out.buffer[out.offset + i] ?? NaN
      const { high, low } = truth(x)
      const error = Math.abs(y - high - low) / unitOf(high)
      if (!(error <= worst)) {
        worst = error
        at = x
      }
      if (i % NEIGHBOURS !== 0 && y < (out.buffer[out.offset + i - 1] ?? NaN)) falls ??= x
    }
  }
  for (const region of [z, out, ones, a]) region.free()
  return { numbers, worst, at, falls, faults: [] }
}

function draw(u: number, v: number, from: number, to: number): number {
  if (u < 0.25) return from + v * (to - from)
  if (u < 0.75) return Math.max(from, -4) + v * (Math.min(to, 4) - Math.max(from, -4))
  // Of every size down to 2⁻⁴⁰, on both sides where the range has both.
  const size = 2 ** (-40 + 42 * v)
  return u < 0.875 && from < 0 ? -size : size
}

/** The next larger double. */
function next(x: number): number {
  number[0] = x
  bits[0] = (bits[0] ?? 0n) + (x < 0 ? -1n : 1n)
  return number[0]
}

function unitOf(x: number): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(x))) - 52)
}
