import type { ComponentChildren } from 'preact'
import { addressText, type Address } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { sizes } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { Symbol } from '../../view/Symbol.js'
import { CostSlope } from './CostSlope.js'
import { walked } from './experiments.js'
import { pathLookedAt } from './looking.js'

/** One path's product (51) from the weight on: each factor by its symbols, with its number beneath. */
export function PathFactors({ label }: { readonly label: string }) {
  const path = pathLookedAt.value
  if (!path) return null
  const { neurons, factors, product } = path
  const { layer: l, k } = walked.value.weight
  const inputs = [k, ...neurons]
  return (
    <div class="formula" role="group" aria-label={label} tabIndex={0}>
      <math display="block">
        {neurons.map((q, i) => {
          const into: Address = i === 0 ? { kind: 'a', layer: l - 1, j: k + 1 } : { kind: 'w', layer: l + i, j: q + 1, k: (inputs[i] ?? 0) + 1 }
          return (
            <>
              <WithNumber number={factors[i] ?? NaN}>
                <mi>σ</mi>
                <mo>′</mo>
                <mo>(</mo>
                <Lit of={{ kind: 'z', layer: l + i, j: q + 1 }} />
                <mo>)</mo>
                <Lit of={into} />
              </WithNumber>
              <mo>·</mo>
            </>
          )
        })}
        <WithNumber number={factors.at(-1) ?? NaN}>
          <CostSlope layer={sizes.value.length} j={(neurons.at(-1) ?? 0) + 1} />
        </WithNumber>
        <mo>=</mo>
        <mn class="product">{formatNumber(product)}</mn>
      </math>
    </div>
  )
}

function WithNumber({ number, children }: { readonly number: number; readonly children: ComponentChildren }) {
  return (
    <munder>
      <mrow>{children}</mrow>
      <mn class="under">{formatNumber(number)}</mn>
    </munder>
  )
}

function Lit({ of }: { readonly of: Address }) {
  const address = addressText(of)
  return (
    <mrow data-term={of.kind} data-s={address} ref={litBy(address)}>
      <Symbol of={of} />
    </mrow>
  )
}
