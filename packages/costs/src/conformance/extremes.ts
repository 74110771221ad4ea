import { powInt } from '@nablajs/linalg/exact'
import type { Domain } from './domain.js'
import type { Findings } from './findings.js'
import type { Probe } from './probe.js'

/** Outputs at which formulas break: the smallest numbers, the ends of [0, 1] in both types, and ever larger ones. */
const SIZES = [0, 5e-324, 1e-45, 2 ** -126, 1e-8, 1 - 2 ** -24, 1 - 2 ** -53, 1, 17, 1e4, 1e16, 1e300, Number.MAX_VALUE]
/** In float32 larger outputs are not tried: what they give may be no float32, by right. */
const LARGEST_FLOAT32 = 1e4
/** What passes the largest number has been above this just before. */
const NEARLY_INFINITE = 1e290
/** Halvings after which every number is 0, and bisections after which a border between two halvings is found. */
const HALVINGS = 2100
const BISECTIONS = 60
/** Distances from an end at which a small cost is looked at, and the share of it by which it must move to be looked at. */
const SMALL = [2 ** -126, 1e-30, 1e-20, 1e-12, 1e-8]
const CLEAR = 1e-3
/** From this size of an output on, its cost may overflow by right. */
const LARGE = 1e4
/** The output of the neurons that are not looked at. */
const REST = 0.4

/**
 * Extreme outputs, a domain's ends included: no NaN where there is none in a or y, no ∞ but at an end of the domain or
 * where the largest number is passed by right, a gradient that is finite at the ends too, and a NaN that is not swallowed.
 *
 * Shapes: a and y `neurons` numbers.
 */
export function checkExtremes(
  probe: Probe,
  neurons: number,
  targets: readonly ArrayLike<number>[],
  domain: Domain,
  findings: Findings,
): void {
  const [low, high] = domain
  const inside = (output: number) => output >= low && output <= high
  const ends = [low, high].filter(Number.isFinite)
  const outputs = [...new Set([...SIZES.flatMap((size) => [-size, size]), ...ends])].filter(inside)
  for (const y of targets) {
    const target = Float64Array.from(y)
    const layer = (output: number) => new Float64Array(neurons).fill(REST).fill(output, 0, 1)
    const value = (output: number) => probe.value(layer(output), target.slice())
    const slope = (output: number) => probe.gradient(layer(output), target.slice(), layer(NaN))?.[0] ?? 0
    const slopeInFloat32 = (output: number) =>
      probe.gradient(Float32Array.from(layer(output)), Float32Array.from(target), new Float32Array(neurons))?.[0] ?? 0
    const at = (output: number) => `a_0 = ${Object.is(output, -0) ? '−0' : output}, y_0 = ${target[0]}`
    // A number inside: an end and 1 where there is one end, 0 where there is none.
    const start = ends.length === 2 ? (low + high) / 2 : Math.min(Math.max(0, low + 1), high - 1)

    for (const output of outputs) {
      const cost = value(output)
      if (Number.isNaN(cost)) findings.add('the value is NaN where mathematics is not', `at ${at(output)}`)
      else if (!Number.isFinite(cost) && !ends.includes(output) && !overflows(value, output, start))
        findings.add('the value is infinite where mathematics is finite', `it is ${cost} at ${at(output)}`)
      const partial = slope(output)
      if (!Number.isFinite(partial) && !(Math.abs(output) > LARGE && overflows(slope, output, start)))
        findings.add(
          'the gradient is not finite',
          `∂C/∂a_0 = ${partial} at ${at(output)}${ends.includes(output) ? '; clamp a before dividing' : ''}`,
        )
      if (Math.abs(output) > LARGEST_FLOAT32 || !inside(Math.fround(output))) continue
      const inFloat32 = slopeInFloat32(output)
      if (!Number.isFinite(inFloat32))
        findings.add(
          'the gradient is not finite in float32',
          `∂C/∂a_0 = ${inFloat32} at ${at(output)}`,
        )
    }
    if (Number.isFinite(low)) checkSmallValues(value, slope, low, at, findings)
    if (target[0] !== 0 && target[0] !== 1 && !Number.isNaN(value(NaN)))
      findings.add(
        'NaN is swallowed',
        `the value is ${value(NaN)} at a_0 = NaN, y_0 = ${target[0]}, expected NaN: it is by NaN that a run is seen to diverge`,
      )
  }
}

/**
 * Where a cost becomes small towards an end of its domain, as −log(1 − a) does at 0, its digits must follow its gradient.
 *
 * Shapes: scalar.
 */
function checkSmallValues(
  value: (output: number) => number,
  slope: (output: number) => number,
  low: number,
  at: (output: number) => string,
  findings: Findings,
): void {
  for (let i = 1; i < SMALL.length; i++) {
    const [nearer, farther] = [low + SMALL[i - 1], low + SMALL[i]]
    const rise = value(farther) - value(nearer)
    const size = Math.max(Math.abs(value(farther)), Math.abs(value(nearer)))
    const [first, last] = [slope(nearer), slope(farther)]
    if (Math.abs(rise) > CLEAR * size && first * last > 0 && rise * first < 0)
      findings.add(
        'the value moves against its gradient',
        `from ${value(nearer)} at ${at(nearer)} to ${value(farther)} at ${at(farther)}, although ∂C/∂a_0 = ${last}`,
      )
  }
}

/** Whether f passes the largest number between start and the output, rather than falling off somewhere. */
function overflows(f: (output: number) => number, output: number, start: number): boolean {
  const after = (halvings: number) => start + (output - start) * powInt(2, -halvings)
  let [many, few] = [HALVINGS, 0]
  while (many - few > 1) {
    const middle = (many + few) >> 1
    if (Number.isFinite(f(after(middle)))) many = middle
    else few = middle
  }
  let [finite, infinite] = [after(many), after(few)]
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = finite / 2 + infinite / 2
    if (Number.isFinite(f(middle))) finite = middle
    else infinite = middle
  }
  return Math.abs(f(finite)) >= NEARLY_INFINITE
}
