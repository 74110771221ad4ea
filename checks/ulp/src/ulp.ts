import type { Backend } from '@nablajs/linalg'
import { claims, type Claim } from './claims.js'
import { measureFloat32, type Measured } from './measureFloat32.js'
import { claims64, measureFloat64 } from './measureFloat64.js'
import { measureSoftmax } from './measureSoftmax.js'
import type { Places } from './places.js'

/** What is measured. */
export interface UlpOptions {
  /** One kernel; all unless given. */
  readonly kernel?: string | undefined
  /** Which float32 numbers. */
  readonly places: readonly Places[]
  /** Doubles a kernel, and a thousandth of that in columns for softmax. */
  readonly points: number
  /** Decides the doubles; 1 unless given. */
  readonly seed?: number
}

/** A kernel in one direction and element type. */
export interface Finding {
  readonly name: string
  readonly bound: number
  /** What an error is a share of. */
  readonly unit: 'ulp' | 'of the bound'
  readonly rises: boolean
  readonly measured: Measured
}

/**
 * Measures kernels of a backend. Throws `RangeError` for a kernel that has no claim.
 *
 * Shapes: none.
 */
export function ulp(backend: Backend, { kernel, places, points, seed = 1 }: UlpOptions): Finding[] {
  const chosen = <T extends { readonly kernel: string }>(list: readonly T[]) => list.filter((claim) => kernel === undefined || claim.kernel === kernel)
  const found = [
    ...chosen(claims).map((claim) => findingOf('float32', claim, measureFloat32(backend, claim, places))),
    ...chosen(claims64).map((claim) => findingOf('float64', claim, measureFloat64(backend, claim, points, seed))),
    ...chosen([{ kernel: 'softmax' }]).flatMap(() => softmaxFindings(backend, Math.ceil(points / 1000), seed)),
  ]
  if (found.length > 0) return found
  throw new RangeError(`There is no kernel ${String(kernel)}. There are ${[...new Set(claims.map((claim) => claim.kernel)), 'softmax'].join(', ')}.`)
}

/**
 * Whether a finding keeps its bound.
 *
 * Shapes: none.
 */
export function passed({ bound, rises, measured: { worst, falls, faults } }: Finding): boolean {
  return worst <= bound && !(rises && falls !== undefined) && faults.length === 0
}

/**
 * A line about a finding.
 *
 * Shapes: none.
 */
export function lineOf(finding: Finding): string {
  const { name, bound, unit, rises, measured } = finding
  const { numbers, worst, at, falls, faults } = measured
  const where = Number.isNaN(at) ? '' : ` at ${at}`
  const monotone = !rises ? [] : [falls === undefined ? 'monotone' : `falls at ${falls}`]
  const parts = [`${name.padEnd(27)} ${numbers.toLocaleString('en').padStart(13)} numbers`, `${worst.toFixed(3)} ${unit}${where} (≤ ${bound})`]
  return `${[...parts, ...monotone, ...faults].join(', ')}: ${passed(finding) ? 'ok' : 'FAILED'}`
}

function findingOf(dtype: string, { kernel, direction, ulps, rises }: Pick<Claim, 'kernel' | 'direction' | 'ulps' | 'rises'>, measured: Measured): Finding {
  return { name: `${dtype} ${kernel} ${direction}`, bound: ulps, unit: 'ulp', rises, measured }
}

function softmaxFindings(backend: Backend, columns: number, seed: number): Finding[] {
  return (['float32', 'float64'] as const).flatMap((dtype) => {
    const measured = measureSoftmax(backend, dtype, columns, seed)
    return (['value', 'pullback'] as const).map((part) => ({
      name: `${dtype} softmax ${part === 'value' ? 'apply' : part}`,
      bound: 1,
      unit: 'of the bound' as const,
      rises: false,
      measured: { numbers: columns, worst: measured[part], at: NaN, falls: undefined, faults: [] },
    }))
  })
}

/**
 * Findings of shares of the same places, as one.
 *
 * Shapes: none.
 */
export function merged(shares: readonly (readonly Finding[])[]): Finding[] {
  const [first = [], ...others] = shares
  return first.map((finding) =>
    others.reduce((all, share) => {
      const same = share.find(({ name }) => name === finding.name)
      return same ? { ...all, measured: together(all.measured, same.measured) } : all
    }, finding),
  )
}

function together(a: Measured, b: Measured): Measured {
  const worse = b.worst > a.worst ? b : a
  return { numbers: a.numbers + b.numbers, worst: worse.worst, at: worse.at, falls: a.falls ?? b.falls, faults: [...new Set([...a.faults, ...b.faults])] }
}
