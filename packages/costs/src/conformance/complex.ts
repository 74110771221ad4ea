import type { Domain } from './domain.js'
import type { Findings } from './findings.js'
import { shown, type Probe } from './probe.js'
import type { Sample } from './samples.js'
import { slope } from './slope.js'

/** The imaginary step. Its square is below every rounding. */
const STEP = 2 ** -80
/** What the complex step may differ by: sums of a few parts that cancel in part. */
const SHARE = 1e-12
/** Imaginary parts at which the form must have a complex derivative, as shares of the room that a has in its domain. */
const IMAGINARY = [-0.5, 0.25]
/** Samples, outputs and imaginary parts nearer to an end, or farther out, have too few digits for differences. */
const [NEAR, FAR] = [0.1, 4]
/** What differences of the form may differ by beside their bound. */
const DIFFERENCES = 1e-9
/** A bound above this says that the form bends within the stencil. */
const UNCLEAR = 1e-6

/**
 * The complex form: on the real axis it is the value; beside it its imaginary part is ∇ₐC_x times the imaginary step; and
 * farther off it has a complex derivative, so that it is the continuation of the value and nothing else.
 *
 * Shapes: a and y of every sample n_L numbers.
 */
export function checkComplex(probe: Probe, samples: readonly Sample[], domain: Domain, findings: Findings): void {
  for (const { a, y } of samples) {
    const column = Float64Array.from(a)
    const gradient = probe.gradient(column.slice(), Float64Array.from(y), column.slice().fill(NaN))
    const value = probe.value(column.slice(), Float64Array.from(y))
    if (!gradient || !Number.isFinite(value)) continue
    const gauge = SHARE * Math.max(1, ...gradient.map(Math.abs))
    const where = `at a = ${shown(a)}, y = ${shown(y)}`
    for (let j = 0; j < a.length; j++) {
      const [re, im] = probe.complex([...a], a.map((_, k) => (k === j ? STEP : 0)), [...y])
      if (!(Math.abs(re - value) <= SHARE * Math.max(1, Math.abs(value))))
        findings.add('the complex form is another function', `${where} its real part is ${re}, the value ${value}`)
      if (!(Math.abs(im / STEP - gradient[j]) <= gauge))
        findings.add(
          'the gradient is not the derivative of the complex form',
          `${where} ∂C/∂a_${j} = ${gradient[j]}, the complex step gives ${im / STEP}`,
        )
    }
    checkContinuation(probe, { a, y }, domain, findings)
  }
}

/** The Cauchy–Riemann equations along every output. */
function checkContinuation(probe: Probe, { a, y }: Sample, [low, high]: Domain, findings: Findings): void {
  const rooms = a.map((x) => Math.min(x - low, high - x))
  if (rooms.some((room) => room < NEAR) || a.some((x) => Math.abs(x) > FAR)) return
  for (let j = 0; j < a.length; j++) {
    const room = Math.min(rooms[j], 1)
    for (const share of IMAGINARY) {
      const at = share * room
      const form = (re: number, im: number) =>
        probe.complex(a.map((x, k) => (k === j ? re : x)), a.map((_, k) => (k === j ? im : 0)), [...y])
      const along = (part: 0 | 1) => slope((re) => form(re, at)[part], a[j], 0, room)
      const across = (part: 0 | 1) => slope((im) => form(a[j], im)[part], at, 0, room)
      for (const [one, other, sign] of [[along(0), across(1), 1], [along(1), across(0), -1]] as const) {
        const bound = one.bound + other.bound
        if (bound > UNCLEAR || Math.abs(one.value - sign * other.value) <= 2 * bound + DIFFERENCES) continue
        findings.add(
          'the complex form has no complex derivative',
          `at a_${j} = ${a[j]} + ${at}i of a = ${shown(a)}, y = ${shown(y)} its slopes are ${one.value} and ${sign * other.value}, which must be equal`,
        )
      }
    }
  }
}
