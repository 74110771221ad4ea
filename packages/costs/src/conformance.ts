import { OptionError, PluginError } from '@nablajs/linalg'
import type { Cost } from './cost.js'
import { checkComplex } from './conformance/complex.js'
import { checkContract } from './conformance/contract.js'
import { checkDerivative } from './conformance/derivative.js'
import { domainOf, type Domain } from './conformance/domain.js'
import { checkExtremes } from './conformance/extremes.js'
import { Findings } from './conformance/findings.js'
import { kinks } from './conformance/kinks.js'
import { checkPairings, type OutputActivation } from './conformance/pairing.js'
import { Probe } from './conformance/probe.js'
import { sigmoid } from './conformance/sigmoid.js'
import { softmax } from './conformance/softmax.js'
import { samplesFor, targetsIn, type Sample } from './conformance/samples.js'

export type { Domain } from './conformance/domain.js'
export type { OutputActivation } from './conformance/pairing.js'

/** What `checkCost` may be told. */
export interface CostCheck {
  /** Prove the pairing that the cost declares for this activation. Those for sigmoid and softmax unless said. */
  readonly activation?: OutputActivation
  /** The number of output neurons. 1, 2 and 5 unless said. */
  readonly neurons?: number
  /** The interval in which outputs lie, ±∞ allowed. Found out unless said: where the cost is finite and not clamped. */
  readonly domain?: Domain
  /** Targets to try, each n_L numbers, where the cost takes no others. Drawn from the domain unless said. */
  readonly targets?: readonly ArrayLike<number>[]
}

/** Where a cost has one slope to the left and another to the right. */
export interface CostKink {
  readonly a: number
  readonly y: number
  readonly left: number
  readonly right: number
}

/** What `checkCost` has seen of a cost that keeps its contract. */
export interface CostReport {
  readonly name: string
  /** Empty: a cost with findings is an error. */
  readonly findings: readonly string[]
  readonly domain: Domain
  /** Of the first output with its target; the gradient there lies between the slopes. */
  readonly kinks: readonly CostKink[]
  /** Partial derivatives compared with differences. */
  readonly compared: number
  /** The largest difference, as a share of the larger of the derivative and 1, where differences are good to 1e-9. */
  readonly worst: number
  /** The kernels whose pairing was proved. */
  readonly pairings: readonly string[]
}

type Seen = Omit<CostReport, 'name' | 'findings'>

/** Layers tried unless said. */
const SIZES = [1, 2, 5]
/** Kinks are looked for at the first output of so many different targets. */
const TARGETS_FOR_KINKS = 7

/**
 * Proves a cost: both assumptions of the chapter (C_x depends on a^L and y alone, no sample on another), ∇ₐC against
 * differences of the value near 0 and 1 and far out, against the complex form where there is one, kinks, extremes, NaN,
 * shapes, inputs left alone, both element types, and declared pairings against ∂C/∂z. It needs no test runner: call it in
 * a test.
 *
 * Shapes: tries a and y of `neurons` numbers, or of 1, 2 and 5. Throws `PluginError` that lists every finding, with the
 * input, what was expected and what came; `OptionError` for options that say nothing.
 *
 * @example
 * checkCost(crossEntropy).pairings // ['sigmoid']
 */
export function checkCost(cost: Cost, options: CostCheck = {}): CostReport {
  const sizes = sizesOf(options)
  const findings = new Findings()
  const probe = new Probe(cost, findings)
  let report: Seen = { domain: [-Infinity, Infinity], kinks: [], compared: 0, worst: 0, pairings: [] }
  try {
    if (typeof cost.name !== 'string' || cost.name === '') findings.add('has no name', cost.name)
    report = check(probe, sizes, options, findings)
  } catch (error) {
    findings.add('throws', `${probe.asked}: ${String(error)}`)
  }
  const list = findings.list()
  if (list.length > 0) throw refused(cost.name, list)
  return { name: cost.name, findings: list, ...report }
}

function sizesOf({ neurons, targets, domain }: CostCheck): readonly number[] {
  const given = neurons ?? targets?.[0]?.length
  const whole = given === undefined || (Number.isSafeInteger(given) && given > 0)
  if (!whole) throw option('neurons', 'a whole number above 0', String(given))
  if (targets?.length === 0) throw option('targets', 'one target or more', 'none')
  const odd = targets?.find((y) => y.length !== given)
  if (odd) throw option('targets', `${String(given)} numbers each`, `one of ${odd.length}`)
  if (domain && !(domain[0] < domain[1])) throw option('domain', '[low, high] with low < high', `[${domain.join(', ')}]`)
  return given === undefined ? SIZES : [given]
}

function check(
  probe: Probe,
  sizes: readonly number[],
  options: CostCheck,
  findings: Findings,
): Seen {
  const { cost } = probe
  const domain = options.domain ?? domainOf(cost, sizes[0])
  const found: CostKink[] = []
  const pairings = new Set<string>()
  let [compared, worst] = [0, 0]
  for (const neurons of sizes) {
    const samples = samplesFor(domain, neurons, options.targets, cost.targets)
    const drawn = targetsIn(domain, cost.targets)
    const layer = (first: number) => Array.from({ length: neurons }, (_, j) => (j === 0 ? first : drawn[j % drawn.length]))
    const targets = options.targets ?? drawn.map(layer)
    checkContract(probe, samples, domain, findings)
    // What comes after would only show the same mistakes by their consequences.
    if (findings.found) break
    const agreement = checkDerivative(probe, samples, domain, findings)
    compared += agreement.compared
    worst = Math.max(worst, agreement.worst)
    checkExtremes(probe, neurons, targets, domain, findings)
    if (cost.complex) checkComplex(probe, samples, domain, findings)
    if (neurons === sizes[0]) found.push(...kinksOf(cost, samples, domain, findings))
    for (const activation of options.activation ? [options.activation] : [sigmoid, softmax])
      for (const kernel of checkPairings(probe, activation, { neurons, targets, domain }, findings)) pairings.add(kernel)
    if (findings.found) break
  }
  return { domain, kinks: found, compared, worst, pairings: [...pairings] }
}

/** The kinks along the first output, for different targets. */
function kinksOf(cost: Cost, samples: readonly Sample[], [low, high]: Domain, findings: Findings): CostKink[] {
  const byTarget = new Map(samples.map((sample) => [sample.y.join(' '), sample]))
  return [...byTarget.values()].slice(0, TARGETS_FOR_KINKS).flatMap(({ a, y }) => {
    const f = (t: number) => cost.value(Float64Array.from(a).fill(t, 0, 1), Float64Array.from(y))
    return kinks(f, low, high).map(({ at, left, right, jump }) => {
      if (jump) findings.add('the value jumps', `at a_0 = ${at}, y_0 = ${y[0]}; descent needs a continuous cost`)
      return { a: at, y: y[0], left, right }
    })
  })
}

function refused(name: string, list: readonly string[]): PluginError {
  return new PluginError({
    plugin: name,
    where: `checkCost(${name})`,
    expected: 'a cost that keeps its contract',
    got: `${list.length} finding${list.length === 1 ? '' : 's'}:\n${list.map((finding) => `- ${finding}`).join('\n')}\n`,
    fix: 'Each line says what is wrong and at which input; quadratic.ts of @nablajs/costs is the template.',
  })
}

function option(name: string, expected: string, got: string): OptionError {
  return new OptionError({ option: name, where: `checkCost, ${name}`, expected, got, fix: 'Leave it out to have it chosen.' })
}
