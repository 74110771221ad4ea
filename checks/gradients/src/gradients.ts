import { compareCustomNets, WORST_BY_DIFFERENCES } from './customNets.js'
import { compareNets, MEDIAN, WORST } from './compareNets.js'
import { describe } from './describe.js'
import { compareFloat32 } from './float32.js'
import { brokenInvariants } from './invariants.js'
import { planted } from './planted.js'
import { randomNet } from './randomNets.js'

/** Of how many nets one is compared by differences, in float32, and looked at for what else must hold. */
const ONE_IN = { differences: 20, float32: 20, invariants: 10 }

/** What is checked. */
export interface GradientOptions {
  readonly seed: number
  readonly nets: number
  /** An activation whose σ′ is made wrong by 0.05 %: the check must fail then. */
  readonly plant?: string | undefined
}

/** What the check says. */
export interface GradientReport {
  readonly lines: readonly string[]
  readonly passed: boolean
}

/**
 * The whole check: every activation, cost and depth against the complex step, plugins against differences, float32 against
 * float64, and what must hold of any gradient besides.
 *
 * Shapes: none. Throws `RangeError` where seed or nets is no whole number, or `plant` names no activation.
 */
export function gradients({ seed, nets, plant }: GradientOptions): GradientReport {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed takes a whole number, not ${seed}`)
  if (!Number.isSafeInteger(nets) || nets < 1) throw new RangeError(`--nets takes a whole number of at least 1, not ${nets}`)
  const start = performance.now()
  const share = (part: number) => Math.max(1, Math.ceil(nets / part))
  const complex = compareNets({ seed, nets, engine: plant === undefined ? {} : { activations: planted(plant) } })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const [byDifferences, inFloat32] = [share(ONE_IN.differences), share(ONE_IN.float32)]
  const custom = compareCustomNets(seed, byDifferences)
  const single = compareFloat32(seed, inFloat32)
  const broken = Array.from({ length: share(ONE_IN.invariants) }, (_, number) =>
    brokenInvariants(randomNet(seed, number)).map((what) => `net ${number}: ${what}`),
  ).flat()

  const saturated = [...complex.saturated].sort(([, one], [, other]) => other - one)
  const lines = [
    `gradients: seed ${seed}, ${nets} nets, ${complex.parameters} parameters, median ${short(complex.median)} (≤ ${MEDIAN}), ` +
      `worst ${short(complex.worst.difference)} (≤ ${WORST}), ${seconds} s: ${verdict(complex.passed)}`,
    `  saturated, none skipped: ${saturated.reduce((sum, [, n]) => sum + n, 0)} of ${complex.neurons} neurons ` +
      `(${saturated.map(([name, n]) => `${name} ${n}`).join(', ')})`,
    `  worst net ${complex.worst.number}: ${describe(complex.worst.problem)}`,
    `  plugins by 7-point differences: ${byDifferences} nets, ${custom.parameters} parameters, worst ${short(custom.worst)} ` +
      `(≤ ${WORST_BY_DIFFERENCES}): ${verdict(custom.passed)}; ${custom.where}`,
    `  float32 against float64: ${inFloat32} nets, ${single.parameters} parameters, at most ${short(single.ofBound)} of the ` +
      `bound 4 (depth + width) 2⁻²⁴ by component: ${verdict(single.passed)}`,
    `  same bits twice, columns permuted, batch split, unused memory NaN, inputs unchanged: ${share(ONE_IN.invariants)} nets: ` +
      verdict(broken.length === 0),
    ...broken.map((what) => `    ${what}`),
  ]
  return { lines, passed: complex.passed && custom.passed && single.passed && broken.length === 0 }
}

function short(x: number): string {
  return x.toExponential(1)
}

function verdict(passed: boolean): string {
  return passed ? 'ok' : 'FAILED'
}
