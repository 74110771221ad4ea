import type { Quantity } from '@nablajs/explain'
import { text } from '../../state/store.js'
import { ends } from '../../view/fill.js'
import { Symbol } from '../../view/Symbol.js'
import { NumberTable } from './NumberTable.js'

/** Slopes are filled to here: 1 is the largest that most activations have. */
const STEEP = 1

/** σ′(z^l), row by row. */
export function Slopes({ of: { matrix, layer } }: { readonly of: Quantity }) {
  return <NumberTable symbol={<Prime letter="σ" layer={layer} />} label={text.value.equations.slopes(layer)} numbers={matrix} end={STEEP} of={(row) => `z:${layer}:${row}`} />
}

/** Σ′(z^l): the same numbers on a diagonal. */
export function SlopeMatrix({ layer, numbers }: { readonly layer: number; readonly numbers: readonly (readonly number[])[] }) {
  return <NumberTable symbol={<Prime letter="Σ" layer={layer} />} label={text.value.equations.slopeMatrix(layer)} numbers={numbers} end={STEEP} of={(row, column) => (row === column ? `z:${layer}:${row}` : undefined)} />
}

/** ∇ₐC. */
export function CostSlope({ of: { matrix, layer } }: { readonly of: Quantity }) {
  return (
    <NumberTable
      symbol={
        <>
          <msub>
            <mi>∇</mi>
            <mi>a</mi>
          </msub>
          <mi>C</mi>
        </>
      }
      label={text.value.equations.costSlope}
      numbers={matrix}
      end={1}
      of={(row) => `a:${layer}:${row}`}
    />
  )
}

/** (w^(l+1))ᵀ δ^(l+1), before it meets σ′. */
export function Pulled({ of: { matrix, layer } }: { readonly of: Quantity }) {
  return (
    <NumberTable
      symbol={
        <>
          <msup>
            <mrow>
              <mo>(</mo>
              <Symbol of={{ kind: 'w', layer: layer + 1 }} />
              <mo>)</mo>
            </mrow>
            <mi>T</mi>
          </msup>
          <Symbol of={{ kind: 'delta', layer: layer + 1 }} />
        </>
      }
      label={text.value.equations.pulled(layer)}
      numbers={matrix}
      end={ends.delta}
    />
  )
}

/** What w or b becomes by the update. */
export function Updated({ of: { matrix, kind, layer } }: { readonly of: Quantity }) {
  const { equations } = text.value
  const letter = kind === 'w' ? 'w' : 'b'
  return (
    <NumberTable
      symbol={
        <>
          <mo>→</mo>
          <Symbol of={{ kind: letter, layer }} />
        </>
      }
      label={equations.updated(letter, layer)}
      numbers={matrix}
      end={ends[letter]}
    />
  )
}

function Prime({ letter, layer }: { readonly letter: 'σ' | 'Σ'; readonly layer: number }) {
  return (
    <>
      <msup>
        <mi>{letter}</mi>
        <mo>′</mo>
      </msup>
      <mo>(</mo>
      <Symbol of={{ kind: 'z', layer }} />
      <mo>)</mo>
    </>
  )
}
