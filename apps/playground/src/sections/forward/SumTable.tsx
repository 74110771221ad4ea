import { addressText, type Address } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { adjust, state, text } from '../../state/store.js'
import { parameterSteps } from '../../view/editable.js'
import { changeOf, sizes, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { NumberInput } from '../../view/NumberInput.js'
import { quantityName } from '../../view/quantityName.js'
import { Symbol } from '../../view/Symbol.js'
import { ActivationCurve } from './ActivationCurve.js'
import { SumBar } from './SumBar.js'
import { sumScale } from './sumScale.js'

/**
 * Σ of one neuron taken apart: a row for each term with its bar, then z, then the curve that makes a of it. Roles are said, for on a narrow
 * page the sheet lays rows out otherwise, and a browser then forgets that it is a table.
 */
export function SumTable({ layer, j }: { readonly layer: number; readonly j: number }) {
  const { forward } = text.value
  const inputs = Array.from({ length: sizes.value[layer - 2] ?? 0 }, (_, i) => i + 1)
  const weight = (k: number): Address => ({ kind: 'w', layer, j, k })
  const input = (k: number): Address => ({ kind: 'a', layer: layer - 1, j: k })
  const [bias, z, a]: [Address, Address, Address] = [{ kind: 'b', layer, j }, { kind: 'z', layer, j }, { kind: 'a', layer, j }]
  const at = (address: Address) => valueAt(addressText(address))
  const terms = [...inputs.map((k) => at(weight(k)) * at(input(k))), at(bias)]
  const scale = sumScale(terms)
  return (
    <table class="sum" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{forward.term}</th>
          <th role="columnheader" scope="col">{forward.value}</th>
          <th role="columnheader" scope="col">{forward.sumSoFar}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {inputs.map((k, i) => (
          <tr role="row" key={k} data-s={addressText(weight(k))} ref={litBy(addressText(weight(k)))}>
            <td role="cell" class="factors">
              <Factor of={weight(k)} />
              <span aria-hidden="true">×</span>
              <Factor of={input(k)} />
            </td>
            <td role="cell" class="value">{formatNumber(terms[i] ?? 0)}</td>
            <td role="cell" class="bar"><SumBar scale={scale} from={scale.spans[i]?.from ?? 0} to={scale.spans[i]?.to ?? 0} /></td>
          </tr>
        ))}
        <tr role="row" data-s={addressText(bias)} ref={litBy(addressText(bias))}>
          <td role="cell" class="factors"><Factor of={bias} /></td>
          <td role="cell" class="value">{formatNumber(at(bias))}</td>
          <td role="cell" class="bar"><SumBar scale={scale} from={scale.spans.at(-1)?.from ?? 0} to={scale.spans.at(-1)?.to ?? 0} /></td>
        </tr>
        <tr role="row" class="total" data-s={addressText(z)} ref={litBy(addressText(z))}>
          <td role="cell" class="factors"><math><Symbol of={z} /></math></td>
          <td role="cell" class="value">{formatNumber(at(z))}</td>
          <td role="cell" class="bar"><SumBar scale={scale} from={0} to={at(z)} /></td>
        </tr>
        <tr role="row" class="total" data-s={addressText(a)} ref={litBy(addressText(a))}>
          <td role="cell" class="factors">
            <math>
              <Symbol of={a} /><mo>=</mo><mi>σ</mi><mo>(</mo><Symbol of={z} /><mo>)</mo>
            </math>
          </td>
          <td role="cell" class="value">{formatNumber(at(a))}</td>
          <td role="cell" class="bar"><ActivationCurve activation={state.value.activation} scale={scale} z={at(z)} a={at(a)} /></td>
        </tr>
      </tbody>
    </table>
  )
}

/** A symbol with its number beside it, which can be changed where it is not computed. */
function Factor({ of }: { readonly of: Address }) {
  const address = addressText(of)
  const canChange = of.kind === 'w' || of.kind === 'b' || of.layer === 1
  return (
    <span class="factor" data-s={address} ref={litBy(address)}>
      <math><Symbol of={of} /></math>
      {canChange ? (
        <NumberInput
          {...parameterSteps}
          value={valueAt(address)}
          label={quantityName(of)}
          onChange={(value) => {
            const change = changeOf(address, value)
            if (change) adjust(change)
          }}
        />
      ) : (
        <span class="number">{formatNumber(valueAt(address))}</span>
      )}
    </span>
  )
}
