type Exports = Readonly<Record<string, unknown>>
type Check = (plugin: unknown, options: object) => unknown

/** The plugins that a function makes, tried on its package's other plugins. */
const MADE: Readonly<Record<string, (make: (...given: unknown[]) => unknown, activations: Exports) => unknown>> = {
  perNeuron: (make, { sigmoid, tanh, softplus }) => make(sigmoid, { 0: tanh, 2: softplus, 3: softplus }),
}

/** What the suites need besides the plugin. */
export interface Around {
  readonly activations: Exports
  readonly linalg: Exports
}

/**
 * Holds every plugin among a file's exports to the suite that plugin authors have, and returns how many there were: activations
 * by kernel and by their own code, costs with every activation that they pair with. Throws what the suite throws.
 */
export function checkPlugins({ checkActivation, checkCost }: Exports, file: Exports, { activations, linalg }: Around): number {
  const plugins = Object.entries(file).flatMap(([name, value]) => {
    if (isPlugin(value)) return [value]
    const make = MADE[name]
    return make && typeof value === 'function' ? [make(value as (...given: unknown[]) => unknown, activations) as object] : []
  })
  const reference = linalg.reference as object
  const backends = [reference, { ...reference, kernels: {} }]
  for (const plugin of plugins) {
    if (typeof checkActivation === 'function') (checkActivation as Check)(plugin, { backends })
    else if (typeof checkCost === 'function') for (const activation of pairedWith(plugin, activations)) (checkCost as Check)(plugin, activation)
  }
  return plugins.length
}

function pairedWith(cost: object, activations: Exports): object[] {
  const pairings = 'pairings' in cost ? Object.keys(cost.pairings ?? {}) : []
  return pairings.length === 0 ? [{}] : pairings.map((kernel) => ({ activation: activations[kernel], ...(kernel === 'softmax' ? { domain: [0, 1] } : {}) }))
}

function isPlugin(value: unknown): value is object {
  return typeof value === 'object' && value !== null && ('pullback' in value || 'gradient' in value)
}
