import { costNames } from '../../engine/names.js'
import { limits } from '../../state/state.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { PaceInputs } from '../../training/PaceInputs.js'
import { RunButtons } from '../../training/RunButtons.js'
import { Choice } from '../../view/Choice.js'
import { NumberInput } from '../../view/NumberInput.js'
import { course, start } from './digitsTraining.js'

/** The network of the digits, how fast it learns, and the buttons that start and hold it. */
export function DigitsControls() {
  const { training, digits } = text.value
  const { digitsHidden, digitsCost, digitsLearningRate, digitsBatchSize } = state.value
  return (
    <div class="controls">
      <label class="choice">
        {digits.hidden}
        <NumberInput
          least={1}
          most={limits.digitsWidth}
          step={1}
          value={digitsHidden}
          draw={String}
          label={digits.hidden}
          onChange={(next) => adjust({ digitsHidden: Math.round(next) })}
        />
      </label>
      <Choice label={training.cost} names={costNames} value={digitsCost} nameOf={(of) => training.costNames[of]} onChoose={(chosen) => choose({ digitsCost: chosen })} />
      <PaceInputs
        pace={{ learningRate: digitsLearningRate, batchSize: digitsBatchSize }}
        onChange={({ learningRate = digitsLearningRate, batchSize = digitsBatchSize }) => adjust({ digitsLearningRate: learningRate, digitsBatchSize: batchSize })}
      />
      <RunButtons course={course} onStart={start} />
    </div>
  )
}
