import { Symbol } from '../../view/Symbol.js'

/** ∂C/∂a^l_j in MathML: what all paths from a neuron on add up to. */
export function CostSlope({ layer, j }: { readonly layer: number; readonly j: number }) {
  return (
    <mfrac>
      <mrow>
        <mi>∂</mi>
        <mi>C</mi>
      </mrow>
      <mrow>
        <mi>∂</mi>
        <Symbol of={{ kind: 'a', layer, j }} />
      </mrow>
    </mfrac>
  )
}
