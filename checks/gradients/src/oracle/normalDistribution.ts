import { exp, minus, ONE, over, plus, real, scaled, times, ZERO, type Complex } from './complex.js'

/** Up to here the series, which loses digits as z grows; from here the continued fraction, which needs ever fewer terms. */
const SERIES_UP_TO = 1.5

/** z^(2n+1)/(2n+1)!! at |z| = 1.5 falls below 10⁻¹⁷ of the sum at n = 19. */
const SERIES_TERMS = 24

/** Terms of the fraction that leave less than 10⁻¹⁷ at |z| = t: their count falls as t⁻². */
const fractionTerms = (t: number): number => 12 + Math.ceil(400 / (t * t))

/**
 * The standard normal distribution Φ of a complex number near the real axis, with its relative digits in the lower tail too:
 * Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …) about 0, and Φ(−t) = φ(t)/(t + 1/(t + 2/(t + 3/(t + …)))) in the tail.
 *
 * Shapes: scalar. Source: Abramowitz and Stegun, 26.2.11 and 26.2.14.
 */
export function normalDistribution(z: Complex): Complex {
  if (z.re > SERIES_UP_TO) return minus(ONE, lowerTail(z))
  if (z.re < -SERIES_UP_TO) return lowerTail(scaled(-1, z))
  const square = times(z, z)
  let term = z
  let series = ZERO
  for (let n = 0; n < SERIES_TERMS; n++) {
    series = plus(series, term)
    term = scaled(1 / (2 * n + 3), times(term, square))
  }
  return plus(real(0.5), times(density(z), series))
}

/** Φ(−t) for Re t > 0. */
function lowerTail(t: Complex): Complex {
  let fraction = t
  for (let n = fractionTerms(t.re); n >= 1; n--) fraction = plus(t, over(real(n), fraction))
  return over(density(t), fraction)
}

/** φ(z) = e^(−z²/2)/√(2π). The square of a shortened z is exact; the rest of z² is small, so its rounding is too. */
function density(z: Complex): Complex {
  const short = real(Math.fround(z.re))
  const rest = times(minus(z, short), plus(z, short))
  const size = Math.exp(-short.re * short.re / 2) / Math.sqrt(2 * Math.PI)
  return scaled(size, exp(scaled(-0.5, rest)))
}
