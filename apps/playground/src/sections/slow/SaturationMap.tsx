import { computed } from '@preact/signals'
import type { Decades, LearningSaturation } from '@nablajs/explain'
import { addressText } from '../../address/address.js'
import { exactNumber, formatNumber } from '../../number/formatNumber.js'
import { adjust, state, text } from '../../state/store.js'
import { litBy } from '../../view/lighting.js'
import { NumberInput } from '../../view/NumberInput.js'
import { quantityName } from '../../view/quantityName.js'
import { settledNetwork } from '../../view/settledNetwork.js'
import { Symbol } from '../../view/Symbol.js'
import { SAMPLES, saturationOf } from './saturationOf.js'

const scale = computed(() => state.value.weightScale)
const layers = computed(() => saturationOf(settledNetwork.value, settledNetwork.value.netCost, scale.value))

/** Decades that are drawn; what is smaller counts with the smallest. */
const exponents = [-8, -7, -6, -5, -4, -3, -2, -1, 0] as const
const SLOWEST = 5
const scaleSteps = { least: 0.1, most: 20, step: 0.5 } as const

/** How much of each layer of the reader's network hardly learns, and which weights are slowest and why. */
export function SaturationMap() {
  const { slow } = text.value
  const found = layers.value
  return (
    <>
      <h3>{slow.saturation}</h3>
      <p class="lead">{slow.saturationLead(SAMPLES)}</p>
      <div class="controls">
        <label class="choice">
          {slow.weightScale}
          <NumberInput {...scaleSteps} value={scale.value} draw={exactNumber} label={slow.weightScale} onChange={(next) => adjust({ weightScale: next })} />
        </label>
        {([1, 5, 15] as const).map((times) => (
          <button key={times} type="button" aria-pressed={scale.value === times} onClick={() => adjust({ weightScale: times })}>
            × {times}
          </button>
        ))}
      </div>
      <div class="table-place" role="group" aria-label={slow.saturation} tabIndex={0}>
        <table class="numbers saturation">
          <thead>
            <tr>
              <th scope="col">{slow.layer}</th>
              <th scope="col">{slow.saturated}</th>
              <th scope="col">{slow.meanSlope}</th>
              <th scope="col">{slow.decadesOf('|δ|')}</th>
              <th scope="col">{slow.decadesOf('|∂C/∂w|')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((layer) => (
              <tr key={layer.layer}>
                <th scope="row">{layer.layer}</th>
                <td>
                  <Share share={layer.saturated} kind="saturated" /> {formatNumber(100 * layer.saturated)} %
                </td>
                <td>
                  <Share share={layer.largestSlope === 0 ? 0 : layer.meanSlope / layer.largestSlope} kind="slope" /> {formatNumber(layer.meanSlope)}
                </td>
                <td>
                  <Histogram of={layer.errors} kind="delta" />
                </td>
                <td>
                  <Histogram of={layer.gradients} kind="cost" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Slowest of={found} />
    </>
  )
}

function Share({ share, kind }: { readonly share: number; readonly kind: 'saturated' | 'slope' }) {
  return (
    <span class="share" data-kind={kind} aria-hidden="true">
      <span style={{ width: `${(100 * share).toFixed(1)}%` }} />
    </span>
  )
}

/** How many numbers lie in each power of ten, as bars; in words for those who do not see them. */
function Histogram({ of: { zeros, decades }, kind }: { readonly of: Decades; readonly kind: 'delta' | 'cost' }) {
  const { slow } = text.value
  const all = decades.reduce((sum, { count }) => sum + count, zeros)
  const [first] = exponents
  const last = exponents.at(-1) ?? 0
  const countOf = (exponent: number) =>
    decades.reduce((sum, decade) => (Math.min(last, Math.max(first, decade.exponent)) === exponent ? sum + decade.count : sum), exponent === first ? zeros : 0)
  const shares = exponents.map((exponent) => countOf(exponent) / all)
  const said = exponents.flatMap((exponent, i) => ((shares[i] ?? 0) > 0 ? [slow.decade(formatNumber(Number(`1e${exponent}`)), `${Math.round(100 * (shares[i] ?? 0))} %`)] : []))
  return (
    <svg class="histogram" data-kind={kind} viewBox="-14 0 208 62" role="img" aria-label={said.join(', ')}>
      <line class="axis zero" x1={0} x2={180} y1={42} y2={42} />
      {shares.map((share, i) => (
        <rect key={i} x={20 * i + 2} width={16} y={42 - 40 * share} height={40 * share} />
      ))}
      {exponents.map((exponent, i) => i % 4 === 0 && (
        <text key={exponent} class="tick across" x={20 * i + 10} y={54}>
          {exponent === first ? '≤−8' : String(exponent).replace('-', '−')}
        </text>
      ))}
    </svg>
  )
}

/** The slowest weights of all layers, each with what makes it slow. */
function Slowest({ of: found }: { readonly of: readonly LearningSaturation[] }) {
  const { slow } = text.value
  const slowest = found
    .flatMap(({ layer, slowest: weights }) => weights.map((weight) => ({ layer, ...weight })))
    .sort((p, q) => Math.abs(p.gradient) - Math.abs(q.gradient))
    .slice(0, SLOWEST)
  return (
    <>
      <h4>{slow.slowest}</h4>
      <ol class="slowest">
        {slowest.map(({ layer, j, k, gradient, reasons }) => {
          const of = { kind: 'w', layer, j: j + 1, k: k + 1 } as const
          const address = addressText(of)
          return (
            <li key={address}>
              <button type="button" class="quantity-button" data-s={address} ref={litBy(address)}>
                <math aria-hidden="true">
                  <Symbol of={of} />
                </math>
                <span class="visually-hidden">{quantityName(of)}</span>
              </button>
              <span>|∂C/∂w| = {formatNumber(Math.abs(gradient))}</span>
              <span class="reasons">{reasons.map((reason) => slow.reasons[reason]).join(' ')}</span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
