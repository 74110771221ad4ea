import type { Address, Kind } from '../address/address.js'
import { state } from '../state/store.js'

const letters: Readonly<Record<Kind, string>> = { w: 'w', b: 'b', z: 'z', a: 'a', y: 'y', delta: 'δ', nablaW: 'w', nablaB: 'b' }

/** A quantity as the chapter writes it, w^2_13, in MathML; the indices of w in the order that the reader chose. */
export function Symbol({ of }: { readonly of: Address }) {
  if (of.kind !== 'nablaW' && of.kind !== 'nablaB') return <Letter of={of} term={of.kind} />
  return (
    <mfrac data-term={of.kind}>
      <mrow>
        <mi>∂</mi>
        <mi>C</mi>
      </mrow>
      <mrow>
        <mi>∂</mi>
        <Letter of={of} />
      </mrow>
    </mfrac>
  )
}

function Letter({ of: { kind, layer, j, k }, term }: { readonly of: Address; readonly term?: Kind }) {
  const letter = <mi>{letters[kind]}</mi>
  const indices = k === undefined ? [j] : state.value.order === 'to-from' ? [j, k] : [k, j]
  const row = (
    <mrow>
      {indices.map((index) => (
        <mn>{index}</mn>
      ))}
    </mrow>
  )
  if (kind === 'y') return j === undefined ? <mi data-term={term}>y</mi> : <msub data-term={term}>{letter}{row}</msub>
  if (j === undefined) {
    return (
      <msup data-term={term}>
        {letter}
        <mn>{layer}</mn>
      </msup>
    )
  }
  return (
    <msubsup data-term={term}>
      {letter}
      {row}
      <mn>{layer}</mn>
    </msubsup>
  )
}
