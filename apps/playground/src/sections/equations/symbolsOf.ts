import type { StepName } from '@nablajs/explain'
import { addressText, hasColumns, type AddressText, type Kind } from '../../address/address.js'
import type { EquationForm } from '../../state/state.js'
import type { Place } from './place.js'

/** What the named symbols of a step's equation stand for: single numbers in the form for one neuron, else whole layers. */
export function symbolsOf(name: StepName, layer: number, form: EquationForm, { j, k }: Place): Readonly<Record<string, AddressText>> {
  const at = (kind: Kind, l: number, row: number, column = 1) =>
    addressText(form === 'neuron' ? { kind, layer: l, j: row, ...(hasColumns(kind) && { k: column }) } : { kind, layer: l })
  switch (name) {
    case 'input':
      return { a: at('a', 1, j) }
    case 'weighted input':
      return { z: at('z', layer, j), w: at('w', layer, j, k), input: at('a', layer - 1, k), b: at('b', layer, j) }
    case 'activation':
      return { a: at('a', layer, j), z: at('z', layer, j) }
    case 'output error':
      return { delta: at('delta', layer, j), a: at('a', layer, j), z: at('z', layer, j) }
    case 'backpropagate':
      return { delta: at('delta', layer, j), w: at('w', layer + 1, k, j), delta2: at('delta', layer + 1, k), z: at('z', layer, j) }
    case 'gradient of b':
      return { nablaB: at('nablaB', layer, j), delta: at('delta', layer, j) }
    case 'gradient of w':
      return { nablaW: at('nablaW', layer, j, k), input: at('a', layer - 1, k), delta: at('delta', layer, j) }
    // What stands before the arrow is the new number, which the network does not have yet.
    case 'update of b':
      return { b: at('b', layer, j), delta: at('delta', layer, j) }
    case 'update of w':
      return { w: at('w', layer, j, k), input: at('a', layer - 1, k), delta: at('delta', layer, j) }
  }
}
