import { useMemo } from 'preact/hooks'
import { addressText } from '../../address/address.js'
import { formatNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { Formula } from '../../view/Formula.js'
import { valueAt } from '../../view/focus.js'
import { NumberInput } from '../../view/NumberInput.js'
import { DemonCurve } from './DemonCurve.js'
import error from './error.tex'
import errorAtA from './errorAtA.tex'
import { standing } from './KindDemon.js'
import { game } from './playing.js'
import { seat } from './seat.js'
import { visit } from './visit.js'

/** Far out on the flat part of sigmoid and tanh. */
const SATURATED = 8
const places = ['z', 'a'] as const

/** The demon at work: how far it pushes, what δ predicts of it, what really comes of it. */
export function Push() {
  const { demon } = text.value
  const { sizes, seed, activation, x, y, netCost, changes, deltaZ, demonAt } = state.value
  const { layer, j } = seat.value
  const found = useMemo(
    () => visit({ sizes, seed, activation, x, y, netCost, changes }, { layer, j }, deltaZ, demonAt),
    [sizes, seed, activation, x, y, netCost, changes, layer, j, deltaZ, demonAt],
  )
  const { here, stops, derivative } = found
  const symbol = demonAt === 'z' ? 'Δz' : 'Δa'
  const [z, a, delta] = (['z', 'a', 'delta'] as const).map((kind) => addressText({ kind, layer, j }))
  const saturate = () => {
    const bias = addressText({ kind: 'b', layer, j })
    choose({ changes: new Map(changes).set(bias, valueAt(bias) + SATURATED - valueAt(addressText({ kind: 'z', layer, j }))) })
  }
  return (
    <>
      <h3>
        {demon.seated(demon.neuron(layer, j))} {demonAt === 'z' && <span class="equation-number">(29)</span>}
      </h3>
      <Formula tree={demonAt === 'z' ? error : errorAtA} label={demon.formula} symbols={{ delta, z, a }} />
      <div class="controls">
        <Choice label={demon.pushes} names={places} value={demonAt} nameOf={(at) => demon.places[at]} onChoose={(at) => choose({ demonAt: at })} />
        <label class="choice">
          {symbol}
          <NumberInput least={-limits.deltaZ} most={limits.deltaZ} step={0.1} value={deltaZ} label={demon.push(symbol)} onChange={(next) => adjust({ deltaZ: next })} />
        </label>
      </div>
      <dl class="figures">
        <div>
          <dt>{demonAt === 'z' ? demon.predicted : demon.predictedAtA}</dt>
          <dd class="of-delta">{formatNumber(here.predicted)}</dd>
        </div>
        <div>
          <dt>{demon.actual}</dt>
          <dd class="of-cost">{formatNumber(here.actual)}</dd>
        </div>
        <div>
          <dt>{demon.gap}</dt>
          <dd>{formatNumber(here.actual - here.predicted)}</dd>
        </div>
      </dl>
      <DemonCurve found={found}>
        <input
          type="range"
          class="under-chart"
          min={-limits.deltaZ}
          max={limits.deltaZ}
          step={0.1}
          value={deltaZ}
          aria-label={demon.push(symbol)}
          aria-valuetext={`${formatNumber(deltaZ)}, ${demon.curve(formatNumber(here.change), formatNumber(here.predicted), formatNumber(here.actual))}`}
          onInput={({ currentTarget }) => adjust({ deltaZ: currentTarget.valueAsNumber })}
        />
      </DemonCurve>
      <p class="says">
        {derivative === 0 ? demon.noLeverage : demon.until(symbol, formatNumber(stops.below ?? -limits.deltaZ), formatNumber(stops.above ?? limits.deltaZ))}{' '}
        {demonAt === 'a' && demon.whyNotA}
      </p>
      <p class="says">
        {demon.leverage}{' '}
        <button type="button" class="verb" onClick={saturate}>{demon.saturate}</button>
      </p>
      <p class="visually-hidden" role="status">
        {demon.said(demon.neuron(layer, j), formatNumber(derivative), formatNumber(here.predicted), formatNumber(here.actual))} {game.value && standing()}
      </p>
    </>
  )
}
