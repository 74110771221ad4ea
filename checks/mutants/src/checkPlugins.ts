type Exports = Readonly<Record<string, unknown>>
type Check = (plugin: unknown) => unknown

/** The plugins that a function makes, tried on its package's other plugins. */
const MADE: Readonly<Record<string, (make: (...given: unknown[]) => unknown, all: Exports) => unknown>> = {
  perNeuron: (make, { sigmoid, tanh, softplus }) => make(sigmoid, { 0: tanh, 2: softplus, 3: softplus }),
}

/**
 * Holds every plugin among a file's exports to the suite that plugin authors have, and returns how many there were.
 * Throws what the suite throws.
 */
export function checkPlugins(suite: Exports, file: Exports, all: Exports): number {
  const check = (suite.checkActivation ?? suite.checkCost) as Check
  const plugins = Object.entries(file).flatMap(([name, value]) => {
    if (isPlugin(value)) return [value]
    const make = MADE[name]
    return make && typeof value === 'function' ? [make(value as (...given: unknown[]) => unknown, all)] : []
  })
  plugins.forEach((plugin) => check(plugin))
  return plugins.length
}

function isPlugin(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('pullback' in value || 'gradient' in value)
}
