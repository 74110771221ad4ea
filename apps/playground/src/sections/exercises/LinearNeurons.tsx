import { computed } from '@preact/signals'
import { activations } from '../../engine/names.js'
import { exactNumber, formatNumber } from '../../number/formatNumber.js'
import { linearBets } from '../../state/state.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Chart, WithinAxes } from '../../view/Chart.js'
import { fill } from '../../view/fill.js'
import { Formula } from '../../view/Formula.js'
import { settledNetwork } from '../../view/settledNetwork.js'
import linearErrors from './linearErrors.tex'
import { blend, linearNetwork, type Rows } from './linearNetwork.js'

const share = computed(() => state.value.linearShare)
const network = computed(() => linearNetwork(settledNetwork.value, share.value))

const RANGE = 3
const POINTS = 90
const END = 3
const bets = linearBets.filter((bet) => bet !== 'none')
const points = Array.from({ length: POINTS + 1 }, (_, i) => RANGE * ((2 * i) / POINTS - 1))

/** The exercise on linear neurons: σ turned into z by a slider, until the layers are one matrix. */
export function LinearNeurons() {
  const { exercises } = text.value
  const { linearBet } = state.value
  return (
    <>
      <h3>{exercises.linear}</h3>
      <p class="lead">{exercises.linearLead}</p>
      <div class="controls" role="group" aria-label={exercises.linearQuestion}>
        <span>{exercises.linearQuestion}</span>
        {bets.map((bet) => (
          <button key={bet} type="button" aria-pressed={linearBet === bet} onClick={() => choose({ linearBet: bet })}>
            {betTexts[bet]}
          </button>
        ))}
      </div>
      <label class="scrub mix">
        <span>{exercises.mix(formatNumber(share.value))}</span>
        <input type="range" min={0} max={1} step={0.01} value={share.value} aria-label={exercises.mixName} aria-valuetext={formatNumber(share.value)} onInput={({ currentTarget }) => adjust({ linearShare: Number(currentTarget.value) })} />
        <span class="end">σ → z</span>
      </label>
      <div class="side-by-side">
        <MixCurve />
        <Matrices />
      </div>
      <Answer />
    </>
  )
}

const betTexts = { zero: '0', one: '1', same: 'σ(z)(1 − σ(z))', z: 'z' } as const

function MixCurve() {
  const { exercises } = text.value
  const mixed = blend(activations[state.value.activation], share.value)
  return (
    <figure>
      <Chart label={exercises.mixPicture} x={[-RANGE, RANGE]} xTicks={[-2, 0, 2]} xName="z" y={[-1.2, 2.2]} yTicks={[-1, 0, 1, 2]} yName="" draw={exactNumber}>
        {(place) => (
          <WithinAxes frame={place}>
            <polyline class="slope-curve" points={place.points(points.map((z) => [z, mixed.fPrime(z, mixed.f(z))]))} />
            <polyline class="own-curve" points={place.points(points.map((z) => [z, mixed.f(z)]))} />
          </WithinAxes>
        )}
      </Chart>
      <ul class="legend">
        <li data-line="own">(1 − t) σ(z) + t z</li>
        <li data-line="slope">{exercises.itsSlope}</li>
      </ul>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">z</th>
            {[-2, 0, 2].map((z) => <th key={z} scope="col">{formatNumber(z)}</th>)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{exercises.itsSlope}</th>
            {[-2, 0, 2].map((z) => <td key={z}>{formatNumber(mixed.fPrime(z, mixed.f(z)))}</td>)}
          </tr>
        </tbody>
      </table>
    </figure>
  )
}

function Matrices() {
  const { exercises } = text.value
  const { effect, product, difference, errorGaps } = network.value
  const L = settledNetwork.value.sizes.length
  return (
    <div>
      <div class="linear-matrices">
        <Numbers rows={effect} name={exercises.effect} formula="N(x + eₖ) − N(x)" />
        <Numbers rows={product} name={exercises.product} formula={Array.from({ length: L - 1 }, (_, i) => `w${superscript(L - i)}`).join(' ')} />
      </div>
      <p class={difference < 1e-9 ? 'verdict' : 'verdict misfit'}>
        {difference < 1e-9 ? exercises.collapsed(formatNumber(difference)) : exercises.notCollapsed(formatNumber(difference))}
      </p>
      {errorGaps.length > 0 && (
        <p class="hint">
          {exercises.errorGaps} {errorGaps.map(({ layer, gap }) => `l = ${layer}: ${formatNumber(gap)}`).join(', ')}
        </p>
      )}
    </div>
  )
}

function Numbers({ rows, name, formula }: { readonly rows: Rows; readonly name: string; readonly formula: string }) {
  return (
    <figure class="table-place" role="group" aria-label={name} tabIndex={0}>
      <figcaption>
        {name} <span class="hint">{formula}</span>
      </figcaption>
      <table class="linear-matrix">
        <tbody>
          {rows.map((row, j) => (
            <tr key={j}>
              {row.map((value, k) => (
                <td key={k} class="linear-cell filled" {...fill(value, END)}>
                  {formatNumber(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Answer() {
  const { exercises } = text.value
  const { linearBet } = state.value
  return (
    <details class="answer">
      <summary>{exercises.showAnswer}</summary>
      <p>{linearBet === 'none' ? exercises.noBet : linearBet === 'one' ? exercises.betWon : exercises.betLost(betTexts[linearBet])}</p>
      <p>{exercises.linearAnswer}</p>
      <Formula tree={linearErrors} label={exercises.linearErrors} />
      <p>{exercises.linearDepth}</p>
    </details>
  )
}

function superscript(layer: number): string {
  return '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(layer)
}
