import { applyRows, pullbackRows, type Backend, type Dtype, type Matrix, type Operand } from '@nablajs/linalg'
import { ulpsBetween } from '@nablajs/linalg/exact'
import type { Activation, ElementwiseActivation } from '../activation.js'
import type { Findings } from './findings.js'
import { guardedMatrix } from './guardedMatrix.js'

/** A kernel and its closure may differ by this many last places of the element type. */
const ULPS = 4
/** Below the smallest normal number the last places are fewer; there both have to be small. */
const SMALLEST_NORMAL = { float32: 2 ** -126, float64: 2 ** -1022 }
/** One last place of 1. */
const EPSILON = { float32: 2 ** -23, float64: 2 ** -52 }
/** A σ′ that changes its sign this near to z has digits relative to its size there. */
const NEAR = 0.5
/** From −REACH to REACH, this far apart, so that both tails are looked at down to the smallest number of either type. */
const REACH = 800
const SPACING = 0.8125
const EXTREMES = [0, 1e-300, 1e-45, 1e-8, 0.01, 0.5, 1, 17, 37, 1e4, 1e16, 1e30, NaN, Infinity]
/** Rows of the matrix; of its runs the first and the last row are left out. */
const ROWS = 8

/**
 * What a backend does for an elementwise activation against f and fPrime: 4 ulp, the same NaN and ∞, and on a run of
 * rows those rows alone. As pullback is given the a of the element type, this sees a σ′ that asks more of a than its
 * rounding leaves.
 *
 * Shapes: n × m.
 */
export function checkElementwise(activation: ElementwiseActivation, backend: Backend, dtype: Dtype, findings: Findings): void {
  const inner = Array.from({ length: 2 * Math.floor(REACH / SPACING) }, (_, i) => (i - Math.floor(REACH / SPACING)) * SPACING)
  const fine = Array.from({ length: 161 }, (_, i) => (i - 80) / 16 + 1 / 1024)
  const inputs = [...EXTREMES, ...EXTREMES.map((z) => -z), ...fine, ...inner]
  const cols = Math.ceil(inputs.length / ROWS)
  const fresh = (value: (index: number) => number) => guardedMatrix(backend, dtype, ROWS, cols, (j, i) => value(j + i * ROWS)).matrix
  const z = fresh((index) => inputs[index] ?? 0)
  const [a, delta] = [fresh(() => 0), fresh(() => 0)]
  activation.apply(z, a)
  activation.pullback(z, a, fresh((index) => (index % 2 ? 1 : -0.5)), delta)
  const where = `${dtype} on ${backend.name}`
  for (let at = 0; at < z.data.length; at++) {
    const x = z.data[at]
    const value = activation.f(x)
    const prime = (y: number) => activation.fPrime(y, activation.f(y))
    if (!close(a.data[at], value, dtype, 0)) findings.add('apply is not f', `z = ${x}, ${where}: ${a.data[at]}, f gives ${value}`)
    const [left, right] = [prime(x - NEAR), prime(x + NEAR)]
    const scale = left * right < 0 ? Math.max(Math.abs(left), Math.abs(right)) : 0
    const share = delta.data[at] / (at % 2 ? 1 : -0.5)
    if (!close(share, prime(x), dtype, scale)) {
      findings.add(
        'pullback is not g · fPrime',
        `z = ${x}, ${where}: ${share}, fPrime(z, f(z)) gives ${prime(x)}`,
      )
    }
  }
  checkRun(activation, z, fresh, where, findings)
  if (activation.kernelOf(0) !== activation.kernel) {
    findings.add(
      'kernelOf is not kernel',
      `kernelOf(0) is ${activation.kernelOf(0)}, kernel is ${activation.kernel}`,
    )
  }
}

function checkRun(
  activation: ElementwiseActivation,
  z: Matrix,
  fresh: (value: (index: number) => number) => Matrix,
  where: string,
  findings: Findings,
): void {
  const [a, delta, whole, wholeDelta, g] = [7, 7, 7, 7, 1].map((x) => fresh(() => x))
  activation.apply(z, whole)
  activation.pullback(z, whole, g, wholeDelta)
  applyRows(activation, z, a, 1, ROWS - 1)
  pullbackRows(activation, z, whole, g, delta, 1, ROWS - 1)
  for (const [name, run, all] of [['apply', a, whole], ['pullback', delta, wholeDelta]] as const) {
    const at = run.data.findIndex((x, i) => !Object.is(x, i % ROWS === 0 || i % ROWS === ROWS - 1 ? 7 : all.data[i]))
    if (at >= 0) {
      findings.add(
        'wrong on a run of rows',
        `${name} of rows 1 … ${ROWS - 2} of ${ROWS}, ${where}: row ${at % ROWS} is ${run.data[at]}`,
      )
    }
  }
}

/**
 * The kernels that `kernelOf` names against `apply` and `pullback` of an activation that is not elementwise: by row, or
 * for the whole layer where every neuron names the same one.
 *
 * Shapes: z, a and g rows × cols.
 */
export function checkKernelNames(activation: Activation, z: Matrix, g: Matrix, findings: Findings): void {
  const { backend, dtype, rows, cols } = z
  const fresh = () => guardedMatrix(backend, dtype, rows, cols, () => 0).matrix
  const [a, delta, byKernel, deltaByKernel] = [fresh(), fresh(), fresh(), fresh()]
  activation.apply(z, a)
  activation.pullback(z, a, g, delta)
  const names = Array.from({ length: rows }, (_, neuron) => activation.kernelOf(neuron))
  const alike = new Set(names).size === 1
  for (let j = 0; j < rows; j += alike ? rows : 1) {
    const name = names[j]
    const kernel = name === undefined ? undefined : backend.kernels[name]
    if (!kernel) continue
    const shape = { rows: alike ? rows : 1, cols, stride: rows }
    const row = ({ buffer, offset }: Operand) => ({ buffer, offset: offset + j })
    kernel.apply(shape, row(z), row(byKernel))
    kernel.pullback(shape, row(z), row(a), row(g), row(deltaByKernel))
    for (let i = 0; i < cols; i++) {
      for (let k = j; k < j + shape.rows; k++) {
        const at = `neuron ${k}, sample ${i}, ${dtype} on ${backend.name}`
        if (!close(a.get(k, i), byKernel.get(k, i), dtype, 0))
          findings.add(
            'kernelOf names another function',
            `${at}: apply gives ${a.get(k, i)}, kernel ${name} ${byKernel.get(k, i)}`,
          )
        if (!close(delta.get(k, i), deltaByKernel.get(k, i), dtype, 0))
          findings.add(
            'kernelOf names another function',
            `${at}: pullback gives ${delta.get(k, i)}, kernel ${name} ${deltaByKernel.get(k, i)}`,
          )
      }
    }
  }
}

function close(got: number, wanted: number, dtype: Dtype, scale: number): boolean {
  if (ulpsBetween(got, wanted, dtype) <= ULPS) return true
  if (Math.abs(got - wanted) <= ULPS * EPSILON[dtype] * scale) return true
  return Math.abs(got) < SMALLEST_NORMAL[dtype] && Math.abs(wanted) < SMALLEST_NORMAL[dtype]
}
