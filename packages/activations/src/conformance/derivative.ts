import type { ElementwiseActivation } from '../activation.js'
import type { Findings } from './findings.js'
import type { Kink } from './kinks.js'
import { slope } from './slope.js'

/** Half the distance of two doubles at 1. */
const ROUNDING = 2 ** -53
/** Differences are compared with σ′ from −REACH to REACH, this far apart, and at single points beyond. */
const REACH = 32
const SPACING = 2 ** -3
/** Shifts the points at which digits are counted off the round numbers, where a σ″ may jump. A multiple of 2⁻¹⁴. */
const SHIFT = 1506 / 2 ** 14
const TAIL = [40, 48, 64, 96, 128, 256, 512, 640, 700, 1000, 10000, 2 ** 20, 2 ** 40]
/** Stencils are no wider than this to one side. */
const STENCIL = 7 * 2 ** -5
/** The step of the sixth difference that shows noise: so small that a smooth σ′ leaves nothing else. */
const NOISE_STEP = 2 ** -14
/** Digits are not counted beyond: there a step so small has too few of its own. */
const FAR = 10000
/** The largest sum of weights of a sixth difference. */
const SIXTH = 64
/** The imaginary step. Its square is below every rounding. */
const IMAGINARY = 2 ** -80
/** Below this a value has lost digits for being small. */
const SMALL = 2 ** -1000
/** Differences whose bound is above this share of what they give tell nothing. */
const TELLING = 1e-2
/** At a kink σ′ may be either one-sided slope; they are right to this share. */
const KINK_SHARE = 1e-5
/** A σ′ that becomes 0 is continuous when right before it is below this share of what it was a step earlier. */
const FALL = 1e-3

/** How much of a value may be rounding: the argument of an exponential of degree 2 costs z² roundings. */
const roundings = (z: number) => ROUNDING * (64 + 8 * Math.min(z * z, 1e6))

/** The points at which σ′ is looked at. */
const points = (): number[] => {
  const inner = Array.from({ length: 2 * (REACH / SPACING) + 1 }, (_, i) => -REACH + i * SPACING)
  return [...TAIL.map((z) => -z).reverse(), ...inner, ...TAIL]
}

/**
 * σ′ against differences of σ from −2⁴⁰ to 2⁴⁰ (beside a kink, against those of its own side), against the complex step
 * where there is a complex form, and against itself: a σ′ that has lost its digits in saturation, as a(1 − a) does,
 * scatters from one number to the next, and one that is cut off falls to 0 at once. The first cannot see either, since
 * in saturation σ has no digits that tell.
 *
 * Shapes: scalar. Source: J. Moré, S. Wild, Estimating computational noise, SIAM J. Sci. Comput. 33 (2011) 1292–1314.
 */
export function checkDerivative(activation: ElementwiseActivation, kinks: readonly Kink[], findings: Findings): void {
  const { f } = activation
  const prime = (z: number) => activation.fPrime(z, f(z))
  for (const z of points()) {
    const kink = kinks.find((near) => Math.abs(near.z - z) < STENCIL)
    const { value, bound } = slope(f, z, !kink || kink.z === z ? 0 : z < kink.z ? -1 : 1)
    const got = prime(z)
    if (kink?.z !== z && Math.abs(z) <= REACH && !(bound <= TELLING * Math.max(1, Math.abs(value)))) {
      findings.add(
        'σ is too large or too rough for differences',
        `near z = ${z} they give ${value} ± ${bound.toExponential(1)}`,
      )
    }
    if (kink?.z === z || !Number.isFinite(value) || Math.abs(got - value) <= bound + 2 * roundings(z) * Math.abs(value)) continue
    findings.add('σ′ is not the derivative of σ', `σ′(${z}) = ${got}, differences of σ give ${value} ± ${bound.toExponential(1)}`)
  }
  for (const { z, left, right } of kinks) {
    const near = (slopeThere: number) => Math.abs(prime(z) - slopeThere) <= KINK_SHARE * Math.max(1, Math.abs(slopeThere))
    if (near(left) || near(right)) continue
    findings.add(
      'σ′ at a kink is neither one-sided slope',
      `σ′(${z}) = ${prime(z)}, from the left ${left}, from the right ${right}`,
    )
  }
  checkDigits(prime, kinks, findings)
  if (activation.complex) checkComplex(activation, activation.complex, kinks, findings)
}

function checkDigits(prime: (z: number) => number, kinks: readonly Kink[], findings: Findings): void {
  for (const point of points()) {
    if (Math.abs(point) > FAR) continue
    const z = point + SHIFT
    const [p0, p1, p2, p3, p4, p5, p6] = [-3, -2, -1, 0, 1, 2, 3].map((k) => prime(z + k * NOISE_STEP))
    const sixth = Math.abs(p0 - 6 * p1 + 15 * p2 - 20 * p3 + 15 * p4 - 6 * p5 + p6)
    // Near a zero of σ′ the digits that are lost are those of its parts.
    const size = Math.max(Math.abs(p3), Math.abs(prime(z - SPACING)) / 8, Math.abs(prime(z + SPACING)) / 8)
    if (size < SMALL || kinks.some((kink) => Math.abs(kink.z - z) <= 4 * NOISE_STEP) || !(sixth > SIXTH * roundings(z) * size)) continue
    const percent = ((sixth / SIXTH / size) * 100).toPrecision(2)
    findings.add(
      'σ′ has lost its digits',
      `near z = ${z} σ′ = ${p3} scatters by ${percent} % of itself; compute it from z, without a difference that cancels`,
    )
  }
  for (const sign of [-1, 1]) {
    for (let i = 0; i < 4 * REACH; i++) {
      const [z, next, last] = [i, i + 1, i + 4].map((k) => sign * (k * 2 * SPACING + SHIFT))
      if (Math.abs(prime(z)) < SMALL || prime(next) !== 0 || prime(last) !== 0) continue
      let [there, gone] = [z, next]
      for (let step = 0; step < 60; step++) {
        const middle = (there + gone) / 2
        if (prime(middle) === 0) gone = middle
        else there = middle
      }
      if (Math.abs(prime(there)) < FALL * Math.abs(prime(z)) || kinks.some((kink) => Math.abs(kink.z - there) < SPACING)) continue
      findings.add('σ′ is cut off', `σ′(${there}) = ${prime(there)}, and 0 from there on, where σ has no kink`)
    }
  }
}

function checkComplex(
  { f, fPrime }: ElementwiseActivation,
  complex: NonNullable<ElementwiseActivation['complex']>,
  kinks: readonly Kink[],
  findings: Findings,
): void {
  const off = (z: number, got: number, wanted: number) => !(Math.abs(got - wanted) <= roundings(z) * Math.abs(wanted) + SMALL)
  for (const point of points()) {
    const z = point + SHIFT
    const a = f(z)
    const [re, im] = complex(z, IMAGINARY)
    if (off(z, re, a)) {
      findings.add(
        'the complex form is another function',
        `complex(${z}, 2^-80) has the real part ${re}, σ gives ${a}`,
      )
    }
    const prime = fPrime(z, a)
    if (off(z, im / IMAGINARY, prime)) {
      findings.add(
        'σ′ is not the derivative of the complex form',
        `σ′(${z}) = ${prime}, the complex step gives ${im / IMAGINARY}`,
      )
    }
  }
  // What equals σ on the real axis and is differentiable in the complex sense is σ everywhere.
  for (const y of [-1, 0.5, 1.25]) {
    for (let z = -4 + SHIFT; z <= 4; z += 0.5) {
      if (kinks.some((kink) => Math.abs(kink.z - z) < STENCIL)) continue
      const [reByX, reByY] = [slope((x) => complex(x, y)[0], z), slope((x) => complex(z, x)[0], y)]
      const [imByX, imByY] = [slope((x) => complex(x, y)[1], z), slope((x) => complex(z, x)[1], y)]
      for (const [one, other, sign] of [[reByX, imByY, 1], [reByY, imByX, -1]] as const) {
        if (Math.abs(one.value - sign * other.value) <= 8 * (one.bound + other.bound)) continue
        findings.add(
          'the complex form has no complex derivative',
          `at ${z} + ${y}i its slopes are ${one.value} and ${sign * other.value}, which must be equal`,
        )
      }
    }
  }
}
