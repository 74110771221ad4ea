/** A complex number re + i·im. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/** 1. */
export const ONE: Complex = { re: 1, im: 0 }

/** 0. */
export const ZERO: Complex = { re: 0, im: 0 }

/**
 * x as a complex number.
 *
 * Shapes: scalar.
 */
export function real(x: number): Complex {
  return { re: x, im: 0 }
}

/**
 * u + v.
 *
 * Shapes: scalar.
 */
export function plus(u: Complex, v: Complex): Complex {
  return { re: u.re + v.re, im: u.im + v.im }
}

/**
 * u − v.
 *
 * Shapes: scalar.
 */
export function minus(u: Complex, v: Complex): Complex {
  return { re: u.re - v.re, im: u.im - v.im }
}

/**
 * u v.
 *
 * Shapes: scalar.
 */
export function times(u: Complex, v: Complex): Complex {
  return { re: u.re * v.re - u.im * v.im, im: u.re * v.im + u.im * v.re }
}

/**
 * u / v.
 *
 * Shapes: scalar.
 */
export function over(u: Complex, v: Complex): Complex {
  const square = v.re * v.re + v.im * v.im
  return { re: (u.re * v.re + u.im * v.im) / square, im: (u.im * v.re - u.re * v.im) / square }
}

/**
 * k u, for a real k.
 *
 * Shapes: scalar.
 */
export function scaled(k: number, u: Complex): Complex {
  return { re: k * u.re, im: k * u.im }
}

/**
 * The sum of complex numbers.
 *
 * Shapes: any count; 0 for none.
 */
export function sum(terms: readonly Complex[]): Complex {
  return terms.reduce(plus, ZERO)
}

/**
 * e^u.
 *
 * Shapes: scalar.
 */
export function exp(u: Complex): Complex {
  const size = Math.exp(u.re)
  return { re: size * Math.cos(u.im), im: size * Math.sin(u.im) }
}

/**
 * e^u − 1, with the digits of a small u: cos v = 1 − 2 sin²(v/2).
 *
 * Shapes: scalar.
 */
export function expm1(u: Complex): Complex {
  const half = Math.sin(u.im / 2)
  return { re: Math.expm1(u.re) * Math.cos(u.im) - 2 * half * half, im: Math.exp(u.re) * Math.sin(u.im) }
}

/**
 * The principal logarithm.
 *
 * Shapes: scalar, not 0.
 */
export function log(u: Complex): Complex {
  return { re: Math.log(Math.hypot(u.re, u.im)), im: Math.atan2(u.im, u.re) }
}

/**
 * log(1 + u), with the digits of a small u: |1 + u|² = 1 + (2 re + |u|²).
 *
 * Shapes: scalar, not −1.
 */
export function log1p(u: Complex): Complex {
  return { re: Math.log1p(2 * u.re + u.re * u.re + u.im * u.im) / 2, im: Math.atan2(u.im, 1 + u.re) }
}
