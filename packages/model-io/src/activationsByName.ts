import * as builtIns from '@nablajs/activations'
import { perNeuron, type Activation, type ElementwiseActivation } from '@nablajs/activations'
import { PluginError } from '@nablajs/linalg'

/** perNeuron(base, { 2: other, 5: another }) as `perNeuron` names itself. */
const PER_NEURON = /^perNeuron\(([^(){},:]+), \{ (\d+: [^(){},:]+(?:, \d+: [^(){},:]+)*) \}\)$/

/**
 * The activations that names in a file stand for: built-in ones, `perNeuron` of any, and those given. A file names plugins and never is one.
 *
 * Shapes: none. Throws `PluginError` for a name that is none, saying how to pass it.
 */
export function activationsByName(where: string, names: readonly string[], given: readonly Activation[] = []): Activation[] {
  const known = new Map(Object.values(builtIns).flatMap((plugin): [string, Activation][] => (typeof plugin === 'object' ? [[plugin.name, plugin]] : [])))
  for (const plugin of given) known.set(plugin.name, plugin)
  return names.map((name, i) => known.get(name) ?? perNeuronByName(name, known) ?? unknown(`${where}, layer ${i + 2}`, name, [...known.keys()]))
}

function perNeuronByName(name: string, known: ReadonlyMap<string, Activation>): Activation | undefined {
  const [, base = '', list = ''] = PER_NEURON.exec(name) ?? []
  const basis = elementwise(known.get(base))
  if (!basis) return undefined
  const neurons: Record<number, ElementwiseActivation> = {}
  for (const pair of list.split(', ')) {
    const [index = '', own = ''] = pair.split(': ')
    const activation = elementwise(known.get(own))
    if (!activation) return undefined
    neurons[Number(index)] = activation
  }
  const made = perNeuron(basis, neurons)
  return made.name === name ? made : undefined
}

function elementwise(activation: Activation | undefined): ElementwiseActivation | undefined {
  return activation && isElementwise(activation) ? activation : undefined
}

function isElementwise(activation: Activation): activation is ElementwiseActivation {
  return 'f' in activation && typeof activation.f === 'function'
}

function unknown(where: string, name: string, known: readonly string[]): never {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  throw new PluginError({
    plugin: shown,
    where,
    expected: `an activation that is known (${known.join(', ')})`,
    got: JSON.stringify(shown),
    fix: `Pass it: { activations: [${/^[A-Za-z_$][\w$]*$/.test(name) ? name : 'mine'}] }.`,
  })
}
