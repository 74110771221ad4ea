import type { Backend, Region } from '@nablajs/linalg'
import type { Claim } from './claims.js'
import { fillBits } from './float32Order.js'
import type { Places } from './places.js'

/** What was seen of a kernel. */
export interface Measured {
  readonly numbers: number
  readonly worst: number
  readonly at: number
  /** The first number at which the kernel falls; undefined: nowhere. */
  readonly falls: number | undefined
  /** Sentences about NaN, exact points and f(−z) + f(z) = 1 that are not so. */
  readonly faults: readonly string[]
}

/** Numbers of one call. */
const CHUNK = 1 << 15
/** ∞ counts as the number after the largest: the next power of two. */
const AFTER_LARGEST = 2 ** 128

/** A unit in the last place, as a share of the number: at least this. */
const LEAST_UNIT = 2 ** -24
/** One unit in the last place of the numbers below 1. */
const BALANCE = 2 ** -24

const double = new Float64Array(1)
const high = new Uint32Array(double.buffer)
/** The unit in the last place, in float32, of doubles by the bits of their exponent. */
const unitOf = Float64Array.from({ length: 2048 }, (_, e) => 2 ** Math.max(-149, e - 1023 - 23))

/**
 * Runs one direction of a kernel over places and compares each result with the truth.
 *
 * Shapes: none.
 */
export function measureFloat32(backend: Backend, claim: Claim, places: readonly Places[]): Measured {
  const run = runner(backend, claim)
  const pattern = new Int32Array(run.z.buffer.buffer, run.z.offset * 4, CHUNK)
  const z = new Float32Array(run.z.buffer.buffer, run.z.offset * 4, CHUNK)
  const out = new Float32Array(run.out.buffer.buffer, run.out.offset * 4, CHUNK)
  const { truth, rises, complement } = claim
  const values = new Float32Array(complement ? CHUNK : 0)
  let unbalanced: number | undefined
  const seen: Seen = { worst: 0, at: NaN, falls: undefined, before: -Infinity }
  let numbers = 0
  for (const { first, count, step } of places) {
    seen.before = -Infinity
    for (let start = 0; start < count; start += CHUNK) {
      const length = Math.min(CHUNK, count - start)
      fillBits(pattern, first + start * step, step, length)
      run.kernel(length)
      compare(z, out, length, truth, seen)
      numbers += length
      if (!complement) continue
      values.set(out.subarray(0, length))
      for (let i = 0; i < length; i++) z[i] = -(z[i] ?? NaN)
      run.kernel(length)
      for (let i = 0; i < length; i++) if (Math.abs((values[i] ?? NaN) + (out[i] ?? NaN) - 1) > BALANCE) unbalanced ??= z[i]
    }
  }
  const faults = [...nans(run, pattern, z, out, claim), ...points(run, z, out, claim)]
  if (unbalanced !== undefined) faults.push(`${claim.kernel}(z) + ${claim.kernel}(−z) is not 1 within 1 ulp at ${unbalanced}`)
  run.free()
  const { worst, at, falls } = seen
  return { numbers, worst, at, falls: rises ? falls : undefined, faults }
}

/** What was seen so far. */
interface Seen {
  worst: number
  at: number
  falls: number | undefined
  before: number
}

/** In a function of its own, which the engine compiles as a whole: 2³² turns are made here. */
function compare(z: Float32Array, out: Float32Array, length: number, truth: Claim['truth'], seen: Seen): void {
  let { worst, at, falls, before } = seen
  for (let i = 0; i < length; i++) {
    const x = z[i] ?? NaN
    const y = out[i] ?? NaN
    const t = truth(x)
    // A last place is 2⁻²⁴ of a number at least: most need no closer look.
    if (!(Math.abs(y - t) <= worst * LEAST_UNIT * Math.abs(t))) {
      const error = errorOf(y, t)
      if (!(error <= worst)) {
        worst = error
        at = x
      }
    }
    if (y < before) falls ??= x
    before = y
  }
  seen.worst = worst
  seen.at = at
  seen.falls = falls
  seen.before = before
}

interface Run {
  readonly z: Region
  readonly out: Region
  kernel(length: number): void
  free(): void
}

function runner(backend: Backend, { kernel: name, direction }: Claim): Run {
  const kernel = backend.kernels[name]
  if (!kernel) throw new RangeError(`${backend.name} has no kernel ${name}`)
  const [z, out, ones, a] = [0, 1, 2, 3].map(() => backend.alloc('float32', CHUNK))
  if (!z || !out || !ones || !a) throw new RangeError('four regions')
  ones.buffer.fill(1, ones.offset, ones.offset + CHUNK)
  return {
    z,
    out,
    kernel(length) {
      const shape = { rows: length, cols: 1, stride: length }
      if (direction === 'apply') kernel.apply(shape, z, out)
      else kernel.pullback(shape, z, a, ones, out)
    },
    free() {
      for (const region of [z, out, ones, a]) region.free()
    },
  }
}

/** |y − t| in units of the last place of t; ∞ where only one is NaN. */
function errorOf(y: number, t: number): number {
  if (Number.isNaN(y) || Number.isNaN(t)) return Number.isNaN(y) && Number.isNaN(t) ? 0 : Infinity
  const wanted = Math.max(-AFTER_LARGEST, Math.min(AFTER_LARGEST, t))
  double[0] = wanted
  const unit = unitOf[((high[1] ?? 0) >>> 20) & 0x7ff] ?? NaN
  // The truth is finite and above the largest number: ∞ is right from the middle to the next power of two on.
  return Math.abs(Math.max(-AFTER_LARGEST, Math.min(AFTER_LARGEST, y)) - wanted) / Math.min(unit, 2 ** 104)
}

/** NaN of either sign and of any payload stays NaN. */
function nans(run: Run, pattern: Int32Array, z: Float32Array, out: Float32Array, { kernel }: Claim): string[] {
  let length = 0
  for (let payload = 1; payload < 0x800000; payload = payload * 2 + 1) {
    for (const sign of [0x7f800000, 0xff800000]) pattern[length++] = sign + payload
  }
  run.kernel(length)
  const wrong = Array.from({ length }, (_, i) => i).find((i) => !Number.isNaN(out[i]))
  return wrong === undefined ? [] : [`${kernel} of NaN ${String(z[wrong])} is ${String(out[wrong])}`]
}

function points(run: Run, z: Float32Array, out: Float32Array, { kernel, direction, exact }: Claim): string[] {
  exact.forEach(([x], i) => (z[i] = x))
  run.kernel(exact.length)
  return exact.flatMap(([x, value], i) =>
    Object.is((out[i] ?? NaN) + 0, value) ? [] : [`${kernel} ${direction} at ${x} is ${String(out[i])}, not ${value}`],
  )
}
