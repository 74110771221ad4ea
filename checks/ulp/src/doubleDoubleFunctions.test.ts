import { expect, it } from 'vitest'
import { add, divide, multiply, type DoubleDouble } from './doubleDouble.js'
import { exp, expm1, log, log1p, ONE } from './doubleDoubleFunctions.js'

/** How far x is from a double and its rest, as a share. */
function distance(x: DoubleDouble, high: number, low: number): number {
  return Math.abs((x.high - high + (x.low - low)) / high)
}

// Values in 34 digits and more, as double and rest: mpmath 1.3, mp.dps = 60.
const values: readonly (readonly ['exp' | 'expm1' | 'log' | 'log1p', number, number, number])[] = [
  ['exp', 1, 2.718281828459045, 1.4456468917292502e-16],
  ['exp', -0.3, 0.7408182206817179, -1.805530505953e-18],
  ['exp', 12.5, 268337.2865208745, -2.0035114163950887e-11],
  ['exp', -640, 1.1259823474166023e-278, 7.583877713966264e-295],
  ['exp', 700.25, 1.3022997366991783e+304, 7.154767958193286e+287],
  ['expm1', 1e-09, 1.0000000005000001e-09, -7.443897403844588e-26],
  ['expm1', -0.3, -0.2591817793182821, -1.805530505953e-18],
  ['expm1', -1.0, -0.6321205588285577, -1.2428753672788363e-17],
  ['expm1', -30, -0.9999999999999064, -1.557128749895031e-17],
  ['log', 2, 0.6931471805599453, 2.3190468138462996e-17],
  ['log', 0.7, -0.35667494393873245, 4.82556379937662e-18],
  ['log', 1.000001, 9.999994999180668e-07, 1.5807876089699732e-23],
  ['log', 1000000000.0, 20.72326583694641, 7.108546580563512e-16],
  ['log', 1e-300, -690.7755278982137, -2.3670096176709832e-14],
  ['log1p', 1e-12, 9.999999999995e-13, 2.4217940103012377e-29],
  ['log1p', 0.5, 0.4054651081081644, -2.8811380259626426e-18],
  ['log1p', 1, 0.6931471805599453, 2.3190468138462996e-17],
  ['log1p', 0.009, 0.008959741371471904, -4.8269044140046904e-20],
]

it.each(values)('%s of %d has 27 digits', (name, x, high, low) => {
  const f = { exp, expm1, log, log1p: (z: number) => log1p({ high: z, low: 0 }) }[name]
  expect(distance(f(x), high, low)).toBeLessThan(1e-27)
})

it('exp(x) exp(−x) is 1, and log takes exp back', () => {
  for (const x of [0.1, -0.7, 3, 20.5, -300, 640]) {
    const product = add(multiply(exp(x), exp(-x)), { high: -1, low: 0 })
    expect(Math.abs(product.high)).toBeLessThan(1e-28)
    const e = exp(x)
    const correction = e.low / e.high
    expect(Math.abs(log(e.high).high - x + (log(e.high).low + correction))).toBeLessThan(1e-27 * Math.max(1, Math.abs(x)))
  }
})

it('a third is a third', () => {
  const third = divide(ONE, { high: 3, low: 0 })
  const rest = add(multiply(third, { high: 3, low: 0 }), { high: -1, low: 0 })
  expect(Math.abs(rest.high)).toBeLessThan(1e-31)
})
