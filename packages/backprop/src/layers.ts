import type { Activation } from '@nablajs/activations'
import { OptionError, PluginError } from '@nablajs/linalg'

/** A layer: a number of neurons, or that with an activation of its own. */
export type Layer = number | { readonly neurons: number; readonly activation?: Activation }

/** What a list of layers says, in the chapter's indices: n_l is `sizes[l − 1]`, `activation[l]` runs 2 … L. */
export interface Layers {
  readonly sizes: number[]
  readonly activation: Activation[]
}

/**
 * Reads and checks a list of layers.
 *
 * Shapes: `sizes` has L numbers, `activation` is filled at 2 … L. Throws `OptionError` for a size that cannot be and
 * `PluginError` for an activation that is none or does not fit its layer.
 */
export function readLayers(layers: readonly Layer[], byDefault: Activation | undefined): Layers {
  requireList(layers)
  const sizes = layers.map((layer, i) => requireNeurons(typeof layer === 'object' ? layer?.neurons : layer, i + 1))
  const activation: Activation[] = []
  layers.forEach((layer, i) => {
    const own = typeof layer === 'object' ? layer.activation : undefined
    if (i === 0) refuseOnInput(own)
    else activation[i + 1] = requireActivation(own ?? byDefault, i + 1, sizes[i])
  })
  return { sizes, activation }
}

function requireList(layers: unknown): void {
  if (Array.isArray(layers) && layers.length >= 2) return
  throw new OptionError({
    option: 'sizes',
    where: 'network, sizes',
    expected: 'at least two layers, the input and the output',
    got: Array.isArray(layers) ? String(layers.length) : typeof layers,
    fix: 'Give the number of neurons of each layer, for example [784, 30, 10].',
  })
}

function requireNeurons(neurons: unknown, l: number): number {
  if (typeof neurons === 'number' && Number.isSafeInteger(neurons) && neurons >= 1) return neurons
  throw new OptionError({
    option: 'sizes',
    where: `network, layer ${l}`,
    expected: 'a whole number of neurons, at least 1',
    got: String(neurons),
    fix: 'Give each layer as a number, or as { neurons, activation }.',
  })
}

function refuseOnInput(activation: Activation | undefined): void {
  if (activation === undefined) return
  throw new OptionError({
    option: 'sizes',
    where: 'network, layer 1',
    expected: 'an input layer, which has no activation: a¹ = x',
    got: `activation ${activation.name}`,
    fix: 'Give the activation to layer 2 or a later one.',
  })
}

function requireActivation(activation: Activation | undefined, l: number, neurons: number): Activation {
  if (typeof activation?.apply !== 'function' || typeof activation.pullback !== 'function') {
    const got = activation === undefined ? 'none' : (activation.name ?? JSON.stringify(activation))
    throw new PluginError({
      plugin: got,
      where: `network, layer ${l}`,
      expected: 'an activation with apply and pullback',
      got,
      fix: 'Give { activation: sigmoid } as an option, or to the layer itself; defineActivation makes one from f and f′.',
    })
  }
  activation.check?.(neurons)
  return activation
}
