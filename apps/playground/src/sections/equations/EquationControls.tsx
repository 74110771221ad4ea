import { costNames } from '../../engine/names.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { parameterSteps } from '../../view/editable.js'
import { changeOf, sizes } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { NumberInput } from '../../view/NumberInput.js'
import { quantityName } from '../../view/quantityName.js'

/** What the way back depends on besides the network: the targets, the cost, and for the update η. */
export function EquationControls() {
  const { equations, training } = text.value
  const { y, netCost, activation, learningRate } = state.value
  const layer = sizes.value.length
  return (
    <div class="controls">
      <fieldset class="sizes net-targets">
        <legend>{equations.targets}</legend>
        {y.map((target, i) => (
          <span key={i} class="factor" data-s={`y:${layer}:${i + 1}`} ref={litBy(`y:${layer}:${i + 1}`)}>
            <NumberInput
              {...parameterSteps}
              value={target}
              label={quantityName({ kind: 'y', layer, j: i + 1 })}
              onChange={(next) => {
                const change = changeOf(`y:${layer}:${i + 1}`, next)
                if (change) adjust(change)
              }}
            />
          </span>
        ))}
      </fieldset>
      {/* Cross-entropy is of probabilities, which only the sigmoid gives. */}
      <Choice
        label={training.cost}
        names={activation === 'sigmoid' ? costNames : costNames.slice(0, 1)}
        value={netCost}
        nameOf={(name) => training.costNames[name]}
        onChoose={(name) => choose({ netCost: name })}
      />
      <label class="choice">
        {training.learningRate}
        <NumberInput least={0.001} most={100} step={0.1} value={learningRate} label={training.learningRate} onChange={(next) => adjust({ learningRate: next })} />
      </label>
    </div>
  )
}
