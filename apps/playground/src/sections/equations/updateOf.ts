import type { Trace } from '@nablajs/explain'
import { addressText, type AddressText } from '../../address/address.js'

/** Every weight and bias as the end of a trace has it. */
export function updateOf({ steps }: Trace): ReadonlyMap<AddressText, number> {
  return new Map(
    steps
      .filter(({ name }) => name === 'update of w' || name === 'update of b')
      .flatMap(({ result: { kind, layer, matrix } }) =>
        matrix.flatMap((row, j) =>
          row.map((value, k) => [addressText(kind === 'w' ? { kind: 'w', layer, j: j + 1, k: k + 1 } : { kind: 'b', layer, j: j + 1 }), value] as const),
        ),
      ),
  )
}
