import { activationNames } from '../../engine/names.js'
import { limits } from '../../state/state.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { NumberInput } from '../../view/NumberInput.js'

/** What network it is: layers, activation, start. */
export function Controls() {
  const { forward } = text.value
  const { sizes, activation, changes, seed } = state.value
  return (
    <div class="controls">
      <fieldset class="sizes">
        <legend>{forward.layers}</legend>
        {sizes.map((size, i) => (
          <NumberInput
            key={i}
            least={1}
            most={limits.width}
            step={1}
            value={size}
            draw={String}
            label={forward.layer(i + 1)}
            onChange={(next) => adjust({ sizes: sizes.with(i, Math.round(next)) })}
          />
        ))}
        <button type="button" aria-label={forward.removeLayer} title={forward.removeLayer} disabled={sizes.length <= 2} onClick={() => choose({ sizes: sizes.toSpliced(-2, 1) })}>
          −
        </button>
        <button type="button" aria-label={forward.addLayer} title={forward.addLayer} disabled={sizes.length >= limits.layers} onClick={() => choose({ sizes: sizes.toSpliced(-1, 0, 3) })}>
          +
        </button>
      </fieldset>
      <Choice label={forward.activation} names={activationNames} value={activation} onChoose={(name) => choose({ activation: name })} />
      <button type="button" onClick={() => choose({ seed: (seed + 1) % 1_000_000, changes: new Map() })}>
        {forward.newWeights}
      </button>
      {changes.size > 0 && (
        <button type="button" onClick={() => choose({ changes: new Map() })}>
          {forward.startWeights}
        </button>
      )}
    </div>
  )
}
