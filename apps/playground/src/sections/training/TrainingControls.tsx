import { activationNames, costNames, dataNames } from '../../engine/names.js'
import { limits } from '../../state/state.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { NumberInput } from '../../view/NumberInput.js'
import { PaceInputs } from '../../training/PaceInputs.js'
import { RunButtons } from '../../training/RunButtons.js'
import { ownTable } from './ownTable.js'
import { course, hasNumbers, start } from './training.js'

/** What is trained, how fast, and the buttons that start and hold it. */
export function TrainingControls() {
  const { training, forward } = text.value
  const { data, hidden, activation, cost, learningRate, batchSize } = state.value
  return (
    <div class="controls">
      {!ownTable.value && <Choice label={training.data} names={dataNames} value={data} nameOf={(of) => training.dataNames[of]} onChoose={(chosen) => choose({ data: chosen })} />}
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
      {!hasNumbers.value && <Choice label={training.cost} names={costNames} value={cost} nameOf={(of) => training.costNames[of]} onChoose={(chosen) => choose({ cost: chosen })} />}
      <PaceInputs pace={{ learningRate, batchSize }} onChange={adjust} />
      <RunButtons course={course} onStart={start} />
    </div>
  )
}
