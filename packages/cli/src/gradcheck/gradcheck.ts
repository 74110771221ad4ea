import type { Activation } from '@nablajs/activations'
import { network } from '@nablajs/backprop'
import type { Cost } from '@nablajs/costs'
import { random } from '@nablajs/linalg'
import { checkActivation, checkCost, checkGradient } from '@nablajs/testing'
import { EXIT, codeOf } from '../exitCode.js'
import type { Terminal } from '../terminal/terminal.js'

/** What is checked. */
export interface GradcheckSettings {
  readonly sizes: readonly number[]
  readonly activation: Activation
  readonly output: Activation
  readonly cost: Cost
  readonly seed: number
  /** Plugins that came by --plugin: each is checked alone as well. */
  readonly own: readonly (Activation | Cost)[]
}

/** One line of the report. */
export interface Checked {
  readonly what: string
  readonly right: boolean
  readonly details: string
}

/** Samples in the minibatch that the gradient is taken over. */
const SAMPLES = 5

/**
 * Checks plugins by their conformance kits, and the gradient of a whole network in float64 against the complex step or differences.
 * Returns the exit code.
 *
 * Shapes: sizes: n_1, …, n_L.
 */
export function gradcheck(settings: GradcheckSettings, out: Terminal): number {
  const checks = [...settings.own.map(ofPlugin), ofNetwork(settings)]
  for (const { what, right, details } of checks) out.show(`${out.styled(right ? 'green' : 'red', right ? 'right' : 'WRONG')}  ${what}\n       ${details}`)
  out.value({ right: checks.every(({ right }) => right), checks })
  return checks.every(({ right }) => right) ? EXIT.done : EXIT.failed
}

function ofPlugin(plugin: Activation | Cost): Checked {
  const what = 'apply' in plugin ? `activation ${plugin.name}` : `cost ${plugin.name}`
  return attempt(what, () => {
    if (!('apply' in plugin)) {
      checkCost(plugin)
      return 'both assumptions of the chapter, ∇ₐC against differences'
    }
    const { kinks } = checkActivation(plugin)
    return `f′ against differences, both tails${kinks.length === 0 ? '' : `; kinks at ${kinks.join(', ')}`}`
  })
}

function ofNetwork({ sizes, activation, output, cost, seed }: GradcheckSettings): Checked {
  const what = `∂C/∂w, ∂C/∂b of [${sizes.join(', ')}], ${activation.name} and ${output.name}, ${cost.name} cost`
  return attempt(what, () => {
    const outputs = sizes[sizes.length - 1] ?? 1
    const net = network([...sizes.slice(0, -1), { neurons: outputs, activation: output }], { activation, dtype: 'float64', seed })
    const draws = random(seed)
    const X = { rows: sizes[0] ?? 1, data: Float64Array.from({ length: (sizes[0] ?? 1) * SAMPLES }, () => draws.normal()) }
    const y = new Float64Array(outputs * SAMPLES)
    for (let i = 0; i < SAMPLES; i++) y[i * outputs + draws.integer(outputs)] = 1
    const { method, relativeError, parameters, unclear, saturated } = checkGradient(net, cost, X, { rows: outputs, data: y })
    // Where every output is saturated the gradient is 0, and so is what it is held to.
    if (relativeError > 1) return `says nothing: the gradient is 0 to rounding; try another --seed, --output or --sizes (${saturated.length} neurons saturated)`
    const remarks = [...(unclear.length > 0 ? [`${unclear.length} too near a kink to compare`] : []), ...(saturated.length > 0 ? [`${saturated.length} neurons saturated`] : [])]
    return [`relative error ${relativeError.toExponential(1)} by ${method} over ${parameters} parameters`, ...remarks].join('; ')
  })
}

function attempt(what: string, check: () => string): Checked {
  try {
    return { what, right: true, details: check() }
  } catch (error) {
    if (codeOf(error) !== 'PluginError' || !(error instanceof Error)) throw error
    return { what, right: false, details: error.message }
  }
}
