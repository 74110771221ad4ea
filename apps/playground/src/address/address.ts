/**
 * A quantity of the network, numbered from 1 as in the chapter: the weight w^l_jk from neuron k of layer l − 1 to neuron j of layer l,
 * the bias b^l_j, the weighted input z^l_j, the activation a^l_j, the target y_j of the last layer, the error δ^l_j, and ∂C/∂w^l_jk and
 * ∂C/∂b^l_j. Without j (and k) it is the whole matrix or vector of the layer.
 */
export interface Address {
  readonly kind: Kind
  readonly layer: number
  readonly j?: number
  readonly k?: number
}

export const kinds = ['w', 'b', 'z', 'a', 'y', 'delta', 'nablaW', 'nablaB'] as const
export type Kind = (typeof kinds)[number]

/** An address as text, by which every view knows the quantity: `w:2:1:3`, `delta:2:1`, or `w:2` for the whole matrix. */
export type AddressText = string

/** The text of an address. */
export function addressText({ kind, layer, j, k }: Address): AddressText {
  return [kind, layer, j, k].filter((part) => part !== undefined).join(':')
}

/** The address that a text stands for; undefined where it is none, or none of a network of these sizes. */
export function readAddress(text: AddressText, sizes: readonly number[]): Address | undefined {
  const [, name, layerText = '', jText, kText] = /^([a-zA-Z]{1,6}):(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(text) ?? []
  const kind = kinds.find((known) => known === name)
  const layer = Number(layerText)
  if (kind === undefined || layer < firstLayer(kind, sizes) || layer > sizes.length) return undefined
  if (jText === undefined) return { kind, layer }
  const j = Number(jText)
  if (!isWithin(j, sizes[layer - 1])) return undefined
  if (!hasColumns(kind)) return kText === undefined ? { kind, layer, j } : undefined
  const k = Number(kText)
  return isWithin(k, sizes[layer - 2]) ? { kind, layer, j, k } : undefined
}

/** Whether a quantity stands between two neurons, with j and k, and not at one. */
export function hasColumns(kind: Kind): boolean {
  return kind === 'w' || kind === 'nablaW'
}

/** Activations begin with the input; targets there are of the last layer only; all else begins with layer 2. */
function firstLayer(kind: Kind, sizes: readonly number[]): number {
  if (kind === 'y') return sizes.length
  return kind === 'a' ? 1 : 2
}

function isWithin(index: number, count = 0): boolean {
  return Number.isInteger(index) && index >= 1 && index <= count
}
