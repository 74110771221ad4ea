import type { Domain } from './domain.js'
import type { Findings } from './findings.js'
import { shown, type Probe } from './probe.js'
import type { Sample } from './samples.js'
import { slope } from './slope.js'

/** A gradient that is right agrees with differences to this share beside their bound: some roundings, divided by a or 1 − a. */
const SHARE = 1e-10
/** A bound above this, as a share of the slope or of 1, says that the value may have a kink within the stencil. */
const UNCLEAR = 1e-6
/** A bound up to this share belongs to differences good enough to be counted in `worst`. */
const CLEAR = 1e-9
/** At a kink the one-sided slopes are known to this share. */
const KINK_SHARE = 1e-6

/** How well a gradient agrees with what it was compared with. */
export interface Agreement {
  /** Partial derivatives compared. */
  readonly compared: number
  /** Of them, those at or beside a kink: held between the one-sided slopes. */
  readonly atKinks: number
  /** The largest difference, as a share of the larger of the slope and 1, where the differences are good to 1e-9. */
  readonly worst: number
}

/**
 * ∇ₐC_x against 7-point differences of C_x, output by output; at a kink against both one-sided slopes, between which every
 * number is a subgradient.
 *
 * Shapes: a and y of every sample n_L numbers.
 */
export function checkDerivative(probe: Probe, samples: readonly Sample[], [low, high]: Domain, findings: Findings): Agreement {
  let [compared, atKinks, worst, unclear] = [0, 0, 0, 0]
  for (const sample of samples) {
    const a = Float64Array.from(sample.a)
    const y = Float64Array.from(sample.y)
    const gradient = probe.gradient(a.slice(), y.slice(), a.slice().fill(NaN))
    if (!gradient || !Number.isFinite(probe.value(a.slice(), y.slice()))) continue
    for (let j = 0; j < a.length; j++) {
      const f = (t: number) => {
        const moved = a.slice()
        moved[j] = t
        return probe.value(moved, y.slice())
      }
      const room = Math.min(a[j] - low, high - a[j])
      const got = gradient[j]
      let { value, bound } = slope(f, a[j], 0, room)
      const where = `∂C/∂a_${j} = ${got} at a = ${shown(a)}, y = ${shown(y)}`
      compared++
      if (!(bound <= UNCLEAR * Math.max(1, Math.abs(value)))) {
        const [left, right] = [slope(f, a[j], -1, room), slope(f, a[j], 1, room)]
        if (Math.abs(left.value - right.value) > left.bound + right.bound + KINK_SHARE * Math.max(1, Math.abs(left.value))) {
          atKinks++
          const slack = left.bound + right.bound + KINK_SHARE * Math.max(Math.abs(left.value), Math.abs(right.value))
          const [least, most] = [Math.min(left.value, right.value), Math.max(left.value, right.value)]
          if (got >= least - slack && got <= most + slack) continue
          findings.add(
            'the gradient at a kink is outside the one-sided slopes',
            `${where}, slope ${left.value} from the left and ${right.value} from the right`,
          )
          continue
        }
        // Where f bends sharply on one side, the other side tells.
        const side = left.bound < right.bound ? left : right
        if (side.bound < bound) [value, bound] = [side.value, side.bound + KINK_SHARE * Math.max(1, Math.abs(side.value))]
        if (!(bound <= 2 * UNCLEAR * Math.max(1, Math.abs(value)))) unclear++
      }
      if (Math.abs(got - value) <= 2 * bound + SHARE * Math.abs(value)) {
        const gauge = Math.max(1, Math.abs(value))
        if (bound <= CLEAR * gauge) worst = Math.max(worst, Math.abs(got - value) / gauge)
        continue
      }
      const hint = Number.isFinite(value)
        ? `differences of the value give ${value} ± ${bound.toExponential(1)}`
        : 'the value beside it is not finite'
      findings.add('the gradient is not the derivative of the value', `${where}, ${hint}${guess(got, value)}`)
    }
  }
  if (unclear > compared / 2)
    findings.add(
      'the value is too rough for differences',
      `at ${unclear} of ${compared} derivatives; compute it in float64`,
    )
  return { compared, atKinks, worst }
}

/** The mistakes that are made most often. */
function guess(got: number, value: number): string {
  const near = (factor: number) => Math.abs(got - factor * value) <= 1e-6 * Math.abs(value)
  if (near(-1)) return '; the sign is wrong'
  if (near(2)) return '; it is twice the derivative'
  if (near(0.5)) return '; it is half of the derivative'
  return ''
}
