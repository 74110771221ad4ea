import type { Address } from '../address/address.js'
import { state } from '../state/store.js'

/** A quantity as the chapter writes it, w^2_13, in MathML; the indices of w in the order that the reader chose. */
export function Symbol({ of: { kind, layer, j, k } }: { readonly of: Address }) {
  const indices = k === undefined ? [j] : state.value.order === 'to-from' ? [j, k] : [k, j]
  if (j === undefined) {
    return (
      <msup data-term={kind}>
        <mi>{kind}</mi>
        <mn>{layer}</mn>
      </msup>
    )
  }
  return (
    <msubsup data-term={kind}>
      <mi>{kind}</mi>
      <mrow>
        {indices.map((index) => (
          <mn>{index}</mn>
        ))}
      </mrow>
      <mn>{layer}</mn>
    </msubsup>
  )
}
