import { OptionError, PluginError, reference, type Backend, type Dtype } from '@nablajs/linalg'
import type { Activation, ElementwiseActivation } from './activation.js'
import { checkDerivative } from './conformance/derivative.js'
import { checkExtremes } from './conformance/extremes.js'
import { Findings } from './conformance/findings.js'
import { guardedMatrix } from './conformance/guardedMatrix.js'
import { checkJacobian, checkLargeInputs } from './conformance/jacobian.js'
import { checkElementwise, checkKernelNames } from './conformance/kernels.js'
import { kinks } from './conformance/kinks.js'
import { checkLayer } from './conformance/layers.js'
import { saturation, type Saturation } from './conformance/saturation.js'

export type { Saturation } from './conformance/saturation.js'

/** What `checkActivation` may be told. */
export interface ActivationCheck {
  /** The backends whose kernels are held to the plugin's own code; their memory is the host's. The reference one unless said. */
  readonly backends?: readonly Backend[]
  /** The number of neurons of the layers that it is tried on. 5 unless said. */
  readonly neurons?: number
}

/** What `checkActivation` has seen of an activation that keeps its contract. */
export interface ActivationReport {
  readonly name: string
  /** Empty: an activation with findings is an error. */
  readonly findings: readonly string[]
  /** Where σ bends sharply. σ′ is one of the two one-sided slopes there. Empty where the activation is not elementwise. */
  readonly kinks: readonly number[]
  /** From where on |σ′| < 0.01. */
  readonly saturation: Saturation
}

const DTYPES: readonly Dtype[] = ['float64', 'float32']

/**
 * Proves an activation: σ′ against differences of σ and the complex step, its digits in both tails, kinks, extreme
 * inputs, NaN, shapes, inputs left alone, no state, aliasing, samples that do not act on each other, the Jacobian where
 * neurons are mixed, and every kernel it names against its own code. It needs no test runner: call it in a test.
 *
 * Shapes: tries layers of `neurons` and others × several samples. Throws `PluginError` that lists every finding, with the
 * input, what was expected and what came; `OptionError` for a number of neurons that is none.
 *
 * @example
 * checkActivation(sigmoid).saturation // { low: -4.585, high: 4.585 }
 */
export function checkActivation(activation: Activation, options: ActivationCheck = {}): ActivationReport {
  const { backends = [reference], neurons = 5 } = options
  if (!(Number.isSafeInteger(neurons) && neurons > 0)) throw noLayer(neurons)
  const findings = new Findings()
  let seen: Pick<ActivationReport, 'kinks' | 'saturation'> = { kinks: [], saturation: { low: undefined, high: undefined } }
  try {
    activation.check?.(neurons)
    if (activation.name === '') findings.add('has no name', 'its name is empty')
    if (isElementwise(activation)) seen = checkFunctions(activation, findings)
    for (const backend of backends) checkOn(activation, backend, neurons, findings)
  } catch (error) {
    findings.add('throws', String(error))
  }
  const list = findings.list()
  if (list.length > 0) throw refused(activation.name, list)
  return { name: activation.name, findings: list, ...seen }
}

function isElementwise(activation: Activation): activation is ElementwiseActivation {
  return 'f' in activation && 'fPrime' in activation
}

function checkFunctions(activation: ElementwiseActivation, findings: Findings): Pick<ActivationReport, 'kinks' | 'saturation'> {
  const { f, fPrime } = activation
  checkExtremes(activation, findings)
  const bends = kinks(f)
  for (const { z, jump } of bends) if (jump) {
    findings.add(
      'σ jumps',
      `at z = ${z}, from ${f(z - 1e-7)} to ${f(z + 1e-7)}; descent needs a continuous cost`,
    )
  }
  checkDerivative(activation, bends, findings)
  return { kinks: bends.map(({ z }) => z), saturation: saturation((z) => fPrime(z, f(z))) }
}

function checkOn(activation: Activation, backend: Backend, neurons: number, findings: Findings): void {
  const elementwise = isElementwise(activation)
  for (const dtype of DTYPES) {
    const heights = [neurons, ...(elementwise ? [1, neurons + 2] : isAllowedOn(activation, 1) ? [1] : [])]
    for (const rows of heights) for (const cols of [4, 1, 0]) checkLayer(activation, { backend, dtype, rows, cols }, rows + cols, findings)
    if (elementwise) checkElementwise(activation, backend, dtype, findings)
    else {
      const filled = (value: (row: number, col: number) => number) => guardedMatrix(backend, dtype, neurons, 4, value).matrix
      checkKernelNames(activation, filled((j, i) => (j - 1.5) * (i + 0.5)), filled((j, i) => 0.25 + j - 3 * i), findings)
    }
  }
  if (elementwise) return
  checkJacobian(activation, backend, neurons, findings)
  checkLargeInputs(activation, backend, neurons, findings)
}

function isAllowedOn(activation: Activation, neurons: number): boolean {
  try {
    activation.check?.(neurons)
    return true
  } catch {
    return false
  }
}

function refused(plugin: string, list: readonly string[]): PluginError {
  return new PluginError({
    plugin,
    where: `checkActivation(${plugin})`,
    expected: 'an activation that keeps its contract',
    got: `${list.length} finding${list.length === 1 ? '' : 's'}:\n${list.map((finding) => `- ${finding}`).join('\n')}\n`,
    fix: 'Correct f and fPrime, or apply and pullback, at the inputs named.',
  })
}

function noLayer(neurons: number): OptionError {
  return new OptionError({
    option: 'neurons',
    where: 'checkActivation, neurons',
    expected: 'a whole number of at least 1',
    got: String(neurons),
    fix: 'Give the height of a layer that the activation can be on.',
  })
}
