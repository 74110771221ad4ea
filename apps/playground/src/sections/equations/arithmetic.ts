import type { Step } from '@nablajs/explain'
import { addressText, type AddressText } from '../../address/address.js'
import { entry, operand } from './operand.js'
import type { Place } from './place.js'

/** A part of a line of numbers: a sign, or a number with the quantity that it lights up with. */
export type Part = string | { readonly value: number; readonly of?: AddressText }

/** Numbers that differ by no more of themselves are equal but for rounding. */
export const ROUNDING = 1e-6

/** A step for one neuron, or one weight, in numbers: what goes in, = what comes out. */
export function arithmetic(step: Step, { j, k }: Place): readonly Part[] {
  const { layer, result } = step
  const at = (kind: 'w' | 'b' | 'z' | 'a' | 'delta' | 'nablaW' | 'nablaB', l: number, row: number, column?: number) =>
    addressText({ kind, layer: l, j: row, ...(column !== undefined && { k: column }) })
  switch (step.name) {
    case 'input':
      return [{ value: entry(result, j), of: at('a', 1, j) }]
    case 'weighted input': {
      const [w, a, b] = [operand(step, 'w'), operand(step, 'a'), operand(step, 'b')]
      const terms = a.matrix.flatMap((_, i): Part[] => [
        { value: entry(w, j, i + 1), of: at('w', layer, j, i + 1) }, '·', { value: entry(a, i + 1), of: at('a', layer - 1, i + 1) }, '+',
      ])
      return [...terms, { value: entry(b, j), of: at('b', layer, j) }, '=', { value: entry(result, j), of: at('z', layer, j) }]
    }
    case 'activation':
      return ['σ(', { value: entry(operand(step, 'z'), j), of: at('z', layer, j) }, ')', '=', { value: entry(result, j), of: at('a', layer, j) }]
    case 'output error': {
      const [slope, prime, error] = [entry(operand(step, 'nablaA'), j), entry(operand(step, 'sigmaPrime'), j), entry(result, j)]
      // Where cost and activation cancel, the error is computed otherwise, and keeps digits that the product loses.
      const equals = Math.abs(slope * prime - error) <= ROUNDING * Math.abs(error) ? '=' : '≠'
      return [{ value: slope, of: at('a', layer, j) }, '·', { value: prime, of: at('z', layer, j) }, equals, { value: error, of: at('delta', layer, j) }]
    }
    case 'backpropagate': {
      const [w, after, pulled, slope] = [operand(step, 'w'), operand(step, 'delta'), operand(step, 'pulled'), operand(step, 'sigmaPrime')]
      const terms = after.matrix.flatMap((_, i): Part[] => [
        ...(i === 0 ? [] : ['+']), { value: entry(w, i + 1, j), of: at('w', layer + 1, i + 1, j) }, '·', { value: entry(after, i + 1), of: at('delta', layer + 1, i + 1) },
      ])
      const prime = { value: entry(slope, j), of: at('z', layer, j) }
      return ['(', ...terms, ')', '·', prime, '=', { value: entry(pulled, j) }, '·', prime, '=', { value: entry(result, j), of: at('delta', layer, j) }]
    }
    case 'gradient of b':
      return [{ value: entry(operand(step, 'delta'), j), of: at('delta', layer, j) }, '=', { value: entry(result, j), of: at('nablaB', layer, j) }]
    case 'gradient of w':
      return [
        { value: entry(operand(step, 'a'), k), of: at('a', layer - 1, k) }, '·', { value: entry(operand(step, 'delta'), j), of: at('delta', layer, j) },
        '=', { value: entry(result, j, k), of: at('nablaW', layer, j, k) },
      ]
    case 'update of b':
      return [
        { value: entry(operand(step, 'b'), j), of: at('b', layer, j) }, '−', { value: entry(operand(step, 'eta'), 1) }, '·',
        { value: entry(operand(step, 'nablaB'), j), of: at('nablaB', layer, j) }, '=', { value: entry(result, j) },
      ]
    case 'update of w':
      return [
        { value: entry(operand(step, 'w'), j, k), of: at('w', layer, j, k) }, '−', { value: entry(operand(step, 'eta'), 1) }, '·',
        { value: entry(operand(step, 'nablaW'), j, k), of: at('nablaW', layer, j, k) }, '=', { value: entry(result, j, k) },
      ]
  }
}
