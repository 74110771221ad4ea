import { activationNames, costNames, dataNames } from '../../engine/names.js'
import { exactNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { NumberInput } from '../../view/NumberInput.js'
import { pause, phase, proceed, start } from './training.js'

/** What is trained, how fast, and the buttons that start and hold it. */
export function TrainingControls() {
  const { training, forward } = text.value
  const { data, hidden, activation, cost, learningRate, batchSize } = state.value
  const { name } = phase.value
  return (
    <div class="controls">
      <Choice label={training.data} names={dataNames} value={data} nameOf={(of) => training.dataNames[of]} onChoose={(chosen) => choose({ data: chosen })} />
      <fieldset class="sizes">
        <legend>{training.hidden}</legend>
        {hidden.map((size, i) => (
          <NumberInput
            key={i}
            least={1}
            most={limits.hiddenWidth}
            step={1}
            value={size}
            draw={String}
            label={training.hiddenLayer(i + 1)}
            onChange={(next) => adjust({ hidden: hidden.with(i, Math.round(next)) })}
          />
        ))}
        <button type="button" aria-label={training.removeLayer} title={training.removeLayer} disabled={hidden.length <= 1} onClick={() => choose({ hidden: hidden.slice(0, -1) })}>
          −
        </button>
        <button type="button" aria-label={training.addLayer} title={training.addLayer} disabled={hidden.length >= limits.hiddenLayers} onClick={() => choose({ hidden: [...hidden, 8] })}>
          +
        </button>
      </fieldset>
      <Choice label={forward.activation} names={activationNames} value={activation} onChoose={(chosen) => choose({ activation: chosen })} />
      <Choice label={training.cost} names={costNames} value={cost} nameOf={(of) => training.costNames[of]} onChoose={(chosen) => choose({ cost: chosen })} />
      <label class="choice">
        {training.learningRate}
        <NumberInput least={0.001} most={100} step={0.1} value={learningRate} draw={exactNumber} label={training.learningRate} onChange={(next) => adjust({ learningRate: next })} />
      </label>
      <label class="choice">
        {training.batchSize}
        <NumberInput least={1} most={limits.batchSize} step={1} value={batchSize} draw={String} label={training.batchSize} onChange={(next) => adjust({ batchSize: Math.round(next) })} />
      </label>
      <span class="buttons">
        {name === 'running' && <button type="button" class="main" onClick={pause}>{training.pause}</button>}
        {name === 'paused' && <button type="button" class="main" onClick={proceed}>{training.proceed}</button>}
        {name !== 'running' && name !== 'paused' && <button type="button" class="main" onClick={start}>{training.start}</button>}
        {name !== 'idle' && <button type="button" onClick={start}>{training.restart}</button>}
      </span>
    </div>
  )
}
