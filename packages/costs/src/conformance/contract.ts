import type { Dtype, Floats } from '@nablajs/linalg'
import type { Domain } from './domain.js'
import type { Findings } from './findings.js'
import { shown, type Probe } from './probe.js'
import type { Sample } from './samples.js'

/** How many samples lie side by side in one memory. */
const BATCH = 8
/** What old numbers in `out` may be. */
const OLD = [NaN, 12345.5]
/** By how much the value in float32 may be off: outputs and targets are the same numbers, only sums are rounded. */
const ROUNDED = 1e-5

/**
 * The chapter's two assumptions, and the calls themselves: C_x depends on a^L and y alone (the same bits a second time, in
 * another order, in other memory and beside other samples), inputs are left alone, every entry of the gradient is written
 * whatever was there, nothing is written past its end, in float64, float32 and plain arrays.
 *
 * Shapes: a and y of every sample n_L numbers.
 */
export function checkContract(probe: Probe, samples: readonly Sample[], domain: Domain, findings: Findings): void {
  for (let from = 0; from < samples.length; from += BATCH) {
    const batch = samples.slice(from, from + BATCH)
    const values = checkBatch(probe, batch, 'float64', findings)
    const again = checkBatch(probe, batch, 'float32', findings)
    batch.forEach(({ a, y }, i) => {
      const inFloat64 = probe.value(Float64Array.from(columnOf(a, 'float32')), Float64Array.from(columnOf(y, 'float32')))
      // Where rounding reaches an end of the domain, each type has a clamp of its own.
      const atEnd = columnOf(a, 'float32').some((x) => domain.includes(x))
      const agree = Math.abs(again[i] - inFloat64) <= ROUNDED * Math.max(1, Math.abs(inFloat64))
      if (atEnd || agree || !Number.isFinite(values[i])) return
      findings.add(
        'the element types differ',
        `value at a = ${shown(a)}, y = ${shown(y)} is ${again[i]} in float32, ${inFloat64} in float64`,
      )
    })
  }
  for (const { a, y } of samples.slice(0, BATCH)) checkPlainArrays(probe, a, y, findings)
}

function columnOf(numbers: readonly number[], dtype: Dtype): Floats {
  return dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers)
}

/** Samples side by side, as the columns of the engine's matrices are. Returns the values. */
function checkBatch(probe: Probe, batch: readonly Sample[], dtype: Dtype, findings: Findings): number[] {
  const n = batch[0].a.length
  const [A, Y] = (['a', 'y'] as const).map((part) => columnOf(batch.flatMap((sample) => sample[part]), dtype))
  const [aBefore, yBefore] = [A.slice(), Y.slice()]
  const Out = columnOf(new Array<number>(A.length).fill(NaN), dtype)
  const where = (i: number) => `a = ${shown(batch[i].a)}, y = ${shown(batch[i].y)} in ${dtype}`
  const column = (matrix: Floats, i: number) => matrix.subarray(i * n, (i + 1) * n)
  const same = (x: Floats | undefined, y: Floats | undefined) => !x || !y || x.every((number, j) => Object.is(number, y[j]))

  const leftAlone = (call: string, i: number) => {
    for (const [name, matrix, before] of [['a', A, aBefore], ['y', Y, yBefore]] as const) {
      const at = matrix.findIndex((x, k) => !Object.is(x, before[k]))
      if (at < 0) continue
      const whose = Math.floor(at / n) === i ? `its ${name}_${at % n}` : `${name}_${at % n} of another sample`
      findings.add('an input is changed', `${call} at ${where(i)} turns ${whose} from ${before[at]} into ${matrix[at]}`)
      matrix.set(before)
    }
  }
  const value = (i: number) => {
    const result = probe.value(column(A, i), column(Y, i))
    leftAlone('value', i)
    return result
  }
  const gradient = (i: number, old: number) => {
    Out.fill(old)
    const result = probe.gradient(column(A, i), column(Y, i), column(Out, i))
    leftAlone('gradient', i)
    const outside = Out.findIndex((x, k) => Math.floor(k / n) !== i && !Object.is(x, old))
    if (outside >= 0) findings.add('writes past the end of out', `gradient at ${where(i)} writes ${Out[outside]} there`)
    return result
  }

  const values = batch.map((_, i) => value(i))
  const gradients = batch.map((_, i) => gradient(i, OLD[0]))
  gradients.forEach((numbers, i) => {
    const j = numbers?.findIndex(Number.isNaN) ?? -1
    if (j >= 0 && Number.isFinite(values[i]))
      findings.add(
        'an entry of the gradient is not written, or NaN',
        `entry ${j} at ${where(i)}`,
      )
  })
  for (let i = batch.length - 1; i >= 0; i--) {
    const numbers = gradient(i, OLD[1])
    const number = value(i)
    if (!Object.is(number, values[i]))
      findings.add(
        'keeps state',
        `the value at ${where(i)} is ${values[i]}, and ${number} after other samples`,
      )
    if (!same(numbers, gradients[i]))
      findings.add(
        'keeps state, or reads out',
        `the gradient at ${where(i)} is ${shown(gradients[i] ?? [])}, and ${shown(numbers ?? [])} after other samples`,
      )
  }
  batch.forEach((_, i) => {
    const [a, y, out] = [column(A, i).slice(), column(Y, i).slice(), column(Out, i).slice().fill(OLD[0])]
    const [number, numbers] = [probe.value(a, y), probe.gradient(a, y, out)]
    if (Object.is(number, values[i]) && same(numbers, gradients[i])) return
    findings.add('a sample depends on its neighbours', `value ${values[i]} in a batch and ${number} alone, at ${where(i)}`)
  })
  return values
}

/** Every `Vector` will do: a plain array shows a write past its end, since it grows. */
function checkPlainArrays({ cost }: Probe, a: readonly number[], y: readonly number[], findings: Findings): void {
  const [aPlain, yPlain, out] = [[...a], [...y], a.map(() => NaN)]
  const [number, inFloat64] = [cost.value(aPlain, yPlain), cost.value(Float64Array.from(a), Float64Array.from(y))]
  if (!Object.is(number, inFloat64))
    findings.add(
      'plain arrays of numbers differ',
      `value at a = ${shown(a)}, y = ${shown(y)} is ${number} for plain arrays, ${inFloat64} else`,
    )
  cost.gradient(aPlain, yPlain, out)
  if (out.length > a.length || aPlain.length > a.length || yPlain.length > a.length)
    findings.add('writes past the end of out', `gradient at a = ${shown(a)} makes an array of ${a.length} numbers longer`)
}
