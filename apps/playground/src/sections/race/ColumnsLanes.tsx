import { formatNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, state, text } from '../../state/store.js'
import { duration } from './duration.js'
import { Lane } from './Lane.js'
import { cancel, columnsRaced, running, startColumns } from './racing.js'

/** A minibatch sample by sample, and as one matrix, measured on the same backend. */
export function ColumnsLanes() {
  const { race } = text.value
  const { columns } = state.value
  const isRunning = running.value === 'columns'
  const result = columnsRaced.value
  return (
    <>
      <h3>{race.columnsHeading}</h3>
      <p class="says">{race.columnsLead}</p>
      <label class="slider">
        <span>{race.batch(columns)}</span>
        <input
          type="range"
          min={1}
          max={limits.columns}
          step={1}
          value={columns}
          disabled={isRunning}
          onInput={({ currentTarget }) => adjust({ columns: currentTarget.valueAsNumber })}
        />
      </label>
      <div class="controls">
        <span class="buttons">
          <button type="button" class="main" disabled={running.value !== undefined} onClick={startColumns}>{race.measure}</button>
          {isRunning && <button type="button" onClick={cancel}>{race.cancel}</button>}
        </span>
        <span class="hint">{isRunning ? race.measuring : ''}</span>
      </div>
      {result && (
        <div class="lanes">
          <Lane name={race.looped} figure={duration(result.columns.looped)} measured={result.columns.looped / Math.max(result.columns.looped, result.columns.whole)} reckoned={0} />
          <Lane name={race.atOnce} figure={duration(result.columns.whole)} measured={result.columns.whole / Math.max(result.columns.looped, result.columns.whole)} reckoned={0} />
          <p class="says verdict">{columnsNews()}</p>
          <p class="hint">{race.columnsSame(result.sizes.join('–'), formatNumber(result.columns.difference))}</p>
        </div>
      )}
    </>
  )
}

/** What was measured, in a sentence; empty before. */
export function columnsNews(): string {
  const { samples, looped, whole } = columnsRaced.value?.columns ?? {}
  return samples === undefined || looped === undefined || whole === undefined ? '' : text.value.race.columnsResult(samples, formatNumber(looped / whole))
}
