import { random, type Backend, type Dtype, type Matrix } from '@nablajs/linalg'
import type { Activation } from '../activation.js'
import type { Findings } from './findings.js'
import { guardedMatrix } from './guardedMatrix.js'

/** Weighted inputs are drawn this wide: into saturation on both sides. */
const WIDTH = 4

/** Where a layer is tried: the backend, the element type and the numbers of neurons and samples. */
export interface Trial {
  readonly backend: Backend
  readonly dtype: Dtype
  readonly rows: number
  readonly cols: number
}

/**
 * `apply` and `pullback` on one layer: every entry written and nothing else, inputs left alone, the same bits a second
 * time and after other work, delta = g and (where neurons are alone) a = z allowed, and no sample that acts on another.
 *
 * Shapes: z, a, g and delta rows × cols.
 */
export function checkLayer(activation: Activation, trial: Trial, seed: number, findings: Findings): void {
  const { backend, dtype, rows, cols } = trial
  const where = `${rows} × ${cols} ${dtype} on ${backend.name}`
  const draw = random(seed)
  const filled = (value: () => number, width = cols) => guardedMatrix(backend, dtype, rows, width, value)
  const normal = () => WIDTH * draw.normal()
  const [z, g] = [filled(normal), filled(normal)]
  const [a, delta] = [filled(() => NaN), filled(() => NaN)]
  const [zBefore, gBefore] = [z, g].map(({ matrix }) => matrix.data.slice())

  activation.apply(z.matrix, a.matrix)
  const aBefore = a.matrix.data.slice()
  activation.pullback(z.matrix, a.matrix, g.matrix, delta.matrix)
  const deltaBefore = delta.matrix.data.slice()

  const changed = (name: string, matrix: Matrix, before: ArrayLike<number>, kind: string) => {
    const at = matrix.data.findIndex((x, i) => !Object.is(x, before[i]))
    if (at >= 0) findings.add(kind, `${name} ${entry(at, rows)} of ${where} was ${before[at]}, is ${matrix.data[at]}`)
  }
  for (const [name, { matrix }] of [['a', a], ['delta', delta]] as const) {
    const at = matrix.data.findIndex(Number.isNaN)
    if (at >= 0) {
      findings.add(
        'an entry is not written, or NaN',
        `${name} ${entry(at, rows)} of ${where}, z = ${z.matrix.data[at]}`,
      )
    }
  }
  if (![z, a, g, delta].every((matrix) => matrix.intact())) findings.add('writes past the end of a matrix', where)
  changed('z', z.matrix, zBefore, 'an input is changed')
  changed('g', g.matrix, gBefore, 'an input is changed')
  changed('a', a.matrix, aBefore, 'an input is changed')
  z.matrix.data.set(zBefore)
  g.matrix.data.set(gBefore)
  a.matrix.data.set(aBefore)

  const [other, out] = [filled(normal), filled(() => NaN)]
  activation.apply(other.matrix, out.matrix)
  activation.pullback(other.matrix, out.matrix, g.matrix, out.matrix)
  activation.apply(z.matrix, a.matrix)
  changed('a', a.matrix, aBefore, 'keeps state')
  activation.pullback(z.matrix, a.matrix, g.matrix, delta.matrix)
  changed('delta', delta.matrix, deltaBefore, 'keeps state')

  activation.pullback(z.matrix, a.matrix, g.matrix, g.matrix)
  changed('delta', g.matrix, deltaBefore, 'wrong when delta is g')
  g.matrix.data.set(gBefore)
  if ('f' in activation) {
    activation.apply(z.matrix, z.matrix)
    changed('a', z.matrix, aBefore, 'wrong when a is z')
    z.matrix.data.set(zBefore)
  }

  for (let i = 0; i < cols; i++) {
    const from = i * rows
    const column = (data: ArrayLike<number>) => guardedMatrix(backend, dtype, rows, 1, (j) => data[from + j]).matrix
    const [zAlone, gAlone] = [column(zBefore), column(gBefore)]
    const [aAlone, deltaAlone] = [column(zBefore), column(zBefore)]
    activation.apply(zAlone, aAlone)
    activation.pullback(zAlone, aAlone, gAlone, deltaAlone)
    changed(`column ${i}, a`, aAlone, aBefore.slice(from), 'a sample depends on its neighbours')
    changed(`column ${i}, delta`, deltaAlone, deltaBefore.slice(from), 'a sample depends on its neighbours')
  }

  for (let at = 0; at < z.matrix.data.length; at++) {
    z.matrix.data[at] = NaN
    activation.apply(z.matrix, a.matrix)
    activation.pullback(z.matrix, a.matrix, g.matrix, delta.matrix)
    const column = Math.floor(at / rows)
    if (!a.matrix.column(column).some(Number.isNaN)) {
      findings.add(
        'NaN is swallowed',
        `z ${entry(at, rows)} = NaN leaves a without NaN, ${where}`,
      )
    }
    for (const [name, { matrix }, before] of [['a', a, aBefore], ['delta', delta, deltaBefore]] as const) {
      const leak = matrix.data.findIndex((x, i) => Math.floor(i / rows) !== column && !Object.is(x, before[i]))
      if (leak >= 0) {
        findings.add(
          'a sample depends on its neighbours',
          `z ${entry(at, rows)} = NaN changes ${name} ${entry(leak, rows)}, ${where}`,
        )
      }
    }
    z.matrix.data.set(zBefore)
  }
}

function entry(index: number, rows: number): string {
  return `(row ${index % rows}, sample ${Math.floor(index / rows)})`
}
