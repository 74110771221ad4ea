import type { ComponentChildren } from 'preact'
import { addressText } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, state, text } from '../../state/store.js'
import { litBy } from '../../view/lighting.js'
import { NumberInput } from '../../view/NumberInput.js'
import { Symbol } from '../../view/Symbol.js'
import { pushed } from './experiments.js'

/** A change of the weight on its way to the cost: what the rates predict and what happens, layer by layer. */
export function Push() {
  const { paths } = text.value
  const { layers, weight, predicted, actual } = pushed.value
  const reach = Math.max(...layers.flatMap((layer) => [...layer.predicted, ...layer.actual]).map(Math.abs).filter(Number.isFinite), 0)
  const costReach = Math.max(...[predicted, actual].map(Math.abs).filter(Number.isFinite), 0)
  return (
    <>
      <label class="choice">
        {paths.deltaW}
        <NumberInput least={-limits.value} most={limits.value} step={0.1} value={state.value.deltaW} label={paths.deltaW} onChange={(deltaW) => adjust({ deltaW })} />
      </label>
      <div class="push">
        {layers.map(({ layer, predicted: expected, actual: found }, i) => (
          <Changes key={layer} title={paths.layer(layer)} equation={['(48)', '(49), (50)'][i] ?? '(49)'}>
            {expected.flatMap((value, q) =>
              // In its own layer a weight moves its own neuron alone.
              i === 0 && q !== weight.j ? [] : [<Change key={q} layer={layer} j={q + 1} predicted={value} actual={found[q] ?? NaN} reach={reach} />],
            )}
          </Changes>
        ))}
        <Changes title={paths.costChange} equation="(47), (52)">
          <Change predicted={predicted} actual={actual} reach={costReach} />
        </Changes>
      </div>
    </>
  )
}

interface ChangesProps {
  readonly title: string
  readonly equation: string
  readonly children: ComponentChildren
}

function Changes({ title, equation, children }: ChangesProps) {
  const { paths } = text.value
  return (
    <table class="changes">
      <caption>
        {title} <span class="equation-number">{equation}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{paths.change}</th>
          <th scope="col" class="numbers">{paths.predicted}</th>
          <th scope="col" class="numbers">{paths.actual}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface ChangeProps {
  /** Of a neuron; neither is said of the cost. */
  readonly layer?: number
  readonly j?: number
  readonly predicted: number
  readonly actual: number
  /** The size that a whole bar stands for. */
  readonly reach: number
}

function Change({ layer, j, predicted, actual, reach }: ChangeProps) {
  const of = layer === undefined || j === undefined ? undefined : { kind: 'a', layer, j } as const
  const address = of && addressText(of)
  return (
    <tr data-s={address} ref={address === undefined ? null : litBy(address)}>
      <th scope="row">
        <math>
          <mi mathvariant="normal">Δ</mi>
          {of ? <Symbol of={of} /> : <mi data-term="nablaW">C</mi>}
        </math>
      </th>
      <Bar value={predicted} reach={reach} kind="predicted" />
      <Bar value={actual} reach={reach} kind="actual" />
    </tr>
  )
}

function Bar({ value, reach, kind }: { readonly value: number; readonly reach: number; readonly kind: 'predicted' | 'actual' }) {
  const share = reach > 0 && Number.isFinite(value) ? Math.abs(value) / reach : 0
  return (
    <td class="numbers change" data-kind={kind} data-sign={value < 0 ? 'negative' : 'positive'} style={{ '--share': `${(100 * share).toFixed(1)}%` }}>
      {formatNumber(value)}
    </td>
  )
}
