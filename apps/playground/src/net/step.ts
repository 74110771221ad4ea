import type { Address } from '../address/address.js'

/**
 * Where a key leads from a quantity of the net: ← and → to the layer before and after, ↑ and ↓ to the neuron above and below, Enter
 * from a neuron to its weights and Escape back. Among a neuron's weights ↑ and ↓ go from one to the next. Undefined for other keys.
 */
export function step(key: string, from: Address | undefined, sizes: readonly number[]): Address | undefined {
  const { kind = 'a', layer = 1, j = 1, k = 1 } = from ?? {}
  const size = (of: number) => sizes[of - 1] ?? 1
  const neuron = (of: number, row: number): Address => {
    const to = within(of, sizes.length)
    return { kind: 'a', layer: to, j: within(row, size(to)) }
  }
  const onWeight = kind === 'w' && from?.k !== undefined
  if (key === 'ArrowLeft') return onWeight ? neuron(layer - 1, k) : neuron(layer - 1, j)
  if (key === 'ArrowRight') return onWeight ? neuron(layer, j) : neuron(layer + 1, j)
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const by = key === 'ArrowUp' ? -1 : 1
    return onWeight ? { kind, layer, j, k: within(k + by, size(layer - 1)) } : neuron(layer, j + by)
  }
  if (key === 'Enter') return layer === 1 || onWeight ? undefined : { kind: 'w', layer, j, k: 1 }
  if (key === 'Escape') return onWeight ? neuron(layer, j) : undefined
  return undefined
}

function within(index: number, most: number): number {
  return Math.min(most, Math.max(1, index))
}
