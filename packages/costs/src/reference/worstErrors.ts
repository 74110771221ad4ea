import { ulpsBetween } from '@nablajs/linalg/exact'
import type { Cost, PairingByColumn, PairingByNeuron } from '../cost.js'

/** A row of a reference table, as `reference.py` writes it. */
export interface ReferenceRow {
  readonly type: string
  readonly a: readonly number[]
  readonly y: readonly number[]
  readonly value: number
  readonly gradient: readonly number[]
}

/** A row at complex activations. */
export interface ComplexRow {
  readonly aRe: number[]
  readonly aIm: number[]
  readonly y: number[]
  readonly re: number
  readonly im: number
}

/** A row of a pairing. */
export interface PairingRow {
  readonly z: number[]
  readonly a: number[]
  readonly y: number[]
  readonly delta: readonly number[]
}

/**
 * The largest errors of a cost over a table: of the value in roundings (2⁻⁵³ of it) for each output, of the gradient in ulps
 * of the element type.
 *
 * Shapes: a, y and gradient of each row n_L numbers.
 */
export function worstErrors(cost: Cost, rows: readonly ReferenceRow[]): { value: number; gradient: number } {
  let [value, gradient] = [0, 0]
  for (const row of rows) {
    const dtype = row.type === 'float32' ? 'float32' : 'float64'
    const column = (numbers: readonly number[]) => (dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers))
    const [a, y] = [column(row.a), column(row.y)]
    const error = Math.abs(cost.value(a, y) - row.value) / (row.value === 0 ? 1 : row.value)
    value = Math.max(value, error / row.a.length / 2 ** -53)
    const out = cost.gradient(a, y, column(row.a.map(() => NaN)))
    for (const [j, partial] of row.gradient.entries()) {
      gradient = Math.max(gradient, ulpsBetween(out[j], partial, dtype))
    }
  }
  return { value, gradient }
}

/**
 * The largest error of a complex form over a table.
 *
 * Shapes: aRe, aIm and y of each row n_L numbers.
 */
export function worstComplexError(complex: NonNullable<Cost['complex']>, rows: readonly ComplexRow[]): number {
  return Math.max(
    ...rows.map((row) => {
      const [re, im] = complex(row.aRe, row.aIm, row.y)
      return Math.max(Math.abs(re - row.re), Math.abs(im - row.im))
    }),
  )
}

/**
 * The largest error of a pairing over a table, by neuron or by column.
 *
 * Shapes: z, a, y and delta of each row n_L numbers.
 */
export function worstPairingError(pairing: PairingByNeuron | PairingByColumn, rows: readonly PairingRow[]): number {
  return Math.max(
    ...rows.flatMap(({ z, a, y, delta }) => {
      const got = isByColumn(pairing) ? pairing(z, a, y, z.map(() => NaN)) : z.map((zj, j) => pairing(zj, a[j], y[j]))
      return delta.map((wanted, j) => Math.abs(got[j] - wanted))
    }),
  )
}

function isByColumn(pairing: PairingByNeuron | PairingByColumn): pairing is PairingByColumn {
  return pairing.length === 4
}
