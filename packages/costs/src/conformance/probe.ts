import type { Floats } from '@nablajs/linalg'
import type { Cost } from '../cost.js'
import type { Findings } from './findings.js'

/**
 * Numbers as a message shows them.
 *
 * Shapes: any count.
 */
export const shown = (numbers: ArrayLike<number>): string =>
  `[${Array.from(numbers, (x) => (Object.is(x, -0) ? '−0' : String(x))).join(', ')}]`

/**
 * A cost under test: it asks for values and gradients, says what of them is no number or of the wrong length, and knows
 * the last question, for when the answer is an exception.
 *
 * Shapes: a and y n_L numbers each.
 */
export class Probe {
  readonly cost: Cost
  private readonly findings: Findings
  private last: { readonly call: string; readonly a: ArrayLike<number>; readonly y: ArrayLike<number> } | undefined

  constructor(cost: Cost, findings: Findings) {
    this.cost = cost
    this.findings = findings
  }

  /** What was asked last. */
  get asked(): string {
    return this.last ? `${this.last.call} at a = ${shown(this.last.a)}, y = ${shown(this.last.y)}` : 'the first call'
  }

  /** C_x; NaN where that is no number. */
  value(a: Floats, y: Floats): number {
    this.last = { call: 'value', a, y }
    const value: unknown = this.cost.value(a, y)
    if (typeof value === 'number') return value
    this.findings.add('the value is not a number', `${this.asked} is ${value === null ? 'null' : typeof value}`)
    return NaN
  }

  /** The complex form; NaN where there is none. */
  complex(aRe: number[], aIm: number[], y: number[]): readonly [re: number, im: number] {
    this.last = { call: 'complex', a: aRe, y }
    return this.cost.complex?.(aRe, aIm, y) ?? [NaN, NaN]
  }

  /** ∇ₐC_x as the engine would take it into a column of `a`'s type; nothing where it has another length. */
  gradient(a: Floats, y: Floats, out: Floats): Floats | undefined {
    this.last = { call: 'gradient', a, y }
    const result: ArrayLike<number> | null | undefined = this.cost.gradient(a, y, out)
    if (result?.length === a.length) {
      const column = out.slice()
      column.set(result)
      return column
    }
    const got = typeof result === 'object' && result !== null ? `${result.length} numbers` : String(result)
    this.findings.add('the gradient has the wrong length', `${this.asked} gives ${got}, expected ${a.length} numbers`)
    return undefined
  }
}
