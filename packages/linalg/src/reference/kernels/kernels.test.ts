import { expect, it } from 'vitest'
import { kernels } from './index.js'

/** σ and σ′ by JavaScript's own functions: independent of the exact ones, with the digits that these are compared to. */
const logistic = (z: number) => 1 / (1 + Math.exp(-z))
const sech2 = (z: number) => 1 / Math.cosh(z) ** 2
/** The normal distribution by its series around 0, which converges everywhere and keeps its digits for |z| ≤ 2. */
const phi = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
const Phi = (z: number) => {
  let term = z
  let sum = 0
  for (let k = 1; term !== 0 && k < 400; k += 2) {
    sum += term
    term *= (z * z) / (k + 2)
  }
  return 0.5 + phi(z) * sum
}

const wanted: Record<string, [f: (z: number) => number, fPrime: (z: number) => number]> = {
  linear: [(z) => z, () => 1],
  sigmoid: [logistic, (z) => sech2(z / 2) / 4],
  tanh: [Math.tanh, sech2],
  relu: [(z) => (z > 0 ? z : 0), (z) => (z > 0 ? 1 : 0)],
  leakyRelu: [(z) => (z > 0 ? z : z / 100), (z) => (z > 0 ? 1 : 0.01)],
  elu: [(z) => (z > 0 ? z : Math.expm1(z)), (z) => (z > 0 ? 1 : Math.exp(z))],
  softplus: [(z) => (z > 30 ? z : Math.log1p(Math.exp(z))), logistic],
  softsign: [(z) => z / (1 + Math.abs(z)), (z) => 1 / (1 + Math.abs(z)) ** 2],
  gelu: [(z) => z * Phi(z), (z) => Phi(z) + z * phi(z)],
}
const EDGES = [0, -0, 5e-324, 1e-8, 0.75 * Math.SQRT2, Math.SQRT2, -Math.SQRT2, 40, -40, 300, -300, 700, -700]
const inputs = (name: string) =>
  name === 'gelu' ? Array.from({ length: 65 }, (_, i) => (i - 32) / 16) : [...EDGES, ...Array.from({ length: 161 }, (_, i) => (i - 80) / 8)]

const operand = (numbers: readonly number[], offset = 0) => ({ buffer: Float64Array.from(numbers), offset })
const column = (numbers: readonly number[]) => ({ rows: numbers.length, cols: 1, stride: numbers.length })

it('every kernel is tested', () => {
  expect([...Object.keys(wanted), 'softmax'].sort()).toEqual(Object.keys(kernels).sort())
})

it.each(Object.keys(wanted))('%s equals its definition, and pullback is g times its derivative', (name) => {
  const z = inputs(name)
  const [f, fPrime] = wanted[name]
  // ½ + φ(z) Σ … is right to a rounding of ½.
  const least = name === 'gelu' ? 0.5 : 1e-300
  const [a, delta] = [operand(z), operand(z)]
  const g = operand(z.map((_, j) => (j % 3) - 1.5))
  kernels[name]!.apply(column(z), operand(z), a)
  kernels[name]!.pullback(column(z), operand(z), a, g, delta)
  z.forEach((x, j) => {
    expect(Math.abs(a.buffer[j] - f(x)), `${name}(${x})`).toBeLessThanOrEqual(2e-15 * Math.max(Math.abs(f(x)), least))
    expect(Math.abs(delta.buffer[j] - g.buffer[j] * fPrime(x)), `${name}′(${x})`).toBeLessThanOrEqual(2e-15 * Math.max(Math.abs(g.buffer[j] * fPrime(x)), least))
  })
})

it.each([
  [-10, -7.619853024160526e-23, -7.618400096464814e-22],
  [-5, -1.4332578593959695e-6, -7.146946001792295e-6],
  [5, 4.999998566742141, 1.000007146946002],
  [10, 10, 1],
])('gelu keeps its digits in its tails: at %d (values in 50 digits)', (z, a, prime) => {
  const [outA, delta] = [operand([0]), operand([0])]
  kernels.gelu!.apply(column([z]), operand([z]), outA)
  kernels.gelu!.pullback(column([z]), operand([z]), outA, operand([1]), delta)
  expect(Math.abs(outA.buffer[0] / a - 1)).toBeLessThanOrEqual(1e-13)
  expect(Math.abs(delta.buffer[0] / prime - 1)).toBeLessThanOrEqual(1e-13)
})

it.each(Object.keys(wanted))('%s touches its run of rows alone, in a taller matrix, and may write onto its inputs', (name) => {
  const kernel = kernels[name]!
  const z = [9, -1, 0.5, 9, 9, 2, -0.25, 9]
  const shape = { rows: 2, cols: 2, stride: 4 }
  const [f, fPrime] = wanted[name]
  const [a, delta] = [operand(z, 1), operand(z, 1)]
  kernel.apply(shape, a, a)
  kernel.pullback(shape, operand(z, 1), a, delta, delta)
  z.forEach((x, j) => {
    const [value, gradient] = x === 9 ? [9, 9] : [f(x), x * fPrime(x)]
    expect(a.buffer[j], `a, ${j}`).toBeCloseTo(value, 14)
    expect(delta.buffer[j], `delta, ${j}`).toBeCloseTo(gradient, 14)
  })
})

it.each(Object.keys(wanted))('%s: NaN stays NaN, and ±1e4, ±1e300 and ±∞ give numbers', (name) => {
  const z = [NaN, -1e4, 1e4, -1e300, 1e300, -Infinity, Infinity]
  const [a, delta] = [operand(z), operand(z)]
  kernels[name]!.apply(column(z), operand(z), a)
  kernels[name]!.pullback(column(z), operand(z), a, operand(z.map(() => 1)), delta)
  expect(Array.from(a.buffer).map(Number.isNaN)).toEqual([true, false, false, false, false, false, false])
  expect(Array.from(delta.buffer).map(Number.isNaN)).toEqual([name !== 'linear', false, false, false, false, false, false])
  expect(Array.from(a.buffer.subarray(1, 5)).every(Number.isFinite)).toBe(true)
})

it('softmax is e^z over its sum by column, and its pullback the transposed Jacobian times g', () => {
  const z = [0.5, -1, 2, 1000, 1001, 999]
  const g = [1, 0.25, -2, 0.5, 3, 1]
  const shape = { rows: 3, cols: 2, stride: 3 }
  const [a, delta] = [operand(z), operand(g)]
  kernels.softmax!.apply(shape, a, a)
  kernels.softmax!.pullback(shape, operand(z), a, delta, delta)
  for (const i of [0, 3]) {
    const e = [0, 1, 2].map((j) => Math.exp(z[i + j] - z[i + 1]))
    const share = e.map((x) => x / (e[0] + e[1] + e[2]))
    for (let j = 0; j < 3; j++) {
      const wantedDelta = [0, 1, 2].reduce((sum, k) => sum + ((j === k ? share[k] : 0) - share[j] * share[k]) * g[i + k], 0)
      expect(a.buffer[i + j]).toBeCloseTo(share[j], 14)
      expect(delta.buffer[i + j]).toBeCloseTo(wantedDelta, 14)
    }
  }
})

it('softmax keeps the digits of its pullback in saturation, where a ⊙ (g − Σ a g) has none', () => {
  const z = [40, 0]
  const [a, delta] = [operand(z), operand(z)]
  kernels.softmax!.apply(column(z), operand(z), a)
  kernels.softmax!.pullback(column(z), operand(z), a, operand([2, 1]), delta)
  expect(delta.buffer[0] / Math.exp(-40)).toBeCloseTo(1, 13)
  expect(delta.buffer[1] / Math.exp(-40)).toBeCloseTo(-1, 13)
})

it('softmax of columns of several heights, NaN, and none at all', () => {
  for (const rows of [2, 40, 3]) {
    const z = Array.from({ length: rows }, () => 7)
    const [a, delta] = [operand(z), operand(z.map((_, j) => (j === 0 ? 1 : 0)))]
    kernels.softmax!.apply(column(z), operand(z), a)
    kernels.softmax!.pullback(column(z), operand(z), a, delta, delta)
    expect(a.buffer[rows - 1]).toBeCloseTo(1 / rows, 15)
    expect(delta.buffer[0]).toBeCloseTo((1 / rows) * (1 - 1 / rows), 15)
    expect(delta.buffer[rows - 1]).toBeCloseTo(-1 / rows / rows, 15)
  }
  const a = operand([0, 0])
  kernels.softmax!.apply(column([1, NaN]), operand([1, NaN]), a)
  expect(Array.from(a.buffer)).toEqual([NaN, NaN])
  kernels.softmax!.apply({ rows: 0, cols: 2, stride: 0 }, a, a)
})

it.each(Object.keys(kernels))('%s writes its run of rows and nothing else, onto memory of its own', (name) => {
  const kernel = kernels[name]!
  const z = Array.from({ length: 20 }, (_, j) => (j % 7) / 4 - 0.7)
  for (const [rows, cols, stride] of [[2, 2, 4], [1, 3, 1], [3, 1, 3], [3, 2, 3]]) {
    const shape = { rows, cols, stride }
    const [a, delta] = [operand(z.map(() => 77), 2), operand(z.map(() => 77), 3)]
    kernel.apply(shape, operand(z, 1), a)
    kernel.pullback(shape, operand(z, 1), operand(z, 1), operand(z, 5), delta)
    const written = ({ buffer, offset }: typeof a) => Array.from(buffer).flatMap((x, at) => (x === 77 ? [] : [at - offset]))
    const run = Array.from({ length: rows * cols }, (_, i) => Math.floor(i / rows) * stride + (i % rows))
    expect(written(a)).toEqual(run)
    expect(written(delta)).toEqual(run)
    const functions = wanted[name]
    if (functions) run.forEach((at) => expect(a.buffer[2 + at]).toBeCloseTo(functions[0](z[1 + at]), 14))
  }
})

it('gelu takes a taller column on the way back than it ever had on the way forward', () => {
  const z = Array.from({ length: 500 }, (_, j) => j / 500)
  const delta = operand(z)
  kernels.gelu!.pullback(column(z), operand(z), operand(z), operand(z.map(() => 1)), delta)
  expect(delta.buffer[499]).toBeCloseTo(wanted.gelu[1](z[499]), 14)
})

it.each([0, 1, 2])('softmax does not overflow, wherever its largest z stands: neuron %d', (largest) => {
  const z = [0, 1, 2].map((j) => (j === largest ? 1000 : 0))
  const a = operand(z)
  kernels.softmax!.apply(column(z), operand(z), a)
  expect(Array.from(a.buffer)).toEqual(z.map((x) => x / 1000))
})

it('softmax of many equal z is one over their number', () => {
  const z = Array.from({ length: 800 }, () => 3)
  const a = operand(z)
  kernels.softmax!.apply(column(z), operand(z), a)
  expect(a.buffer[799]).toBeCloseTo(1 / 800, 15)
})
