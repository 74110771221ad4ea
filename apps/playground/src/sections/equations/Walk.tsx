import { text } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { current, goTo, told } from './told.js'

/** BP2 and the weighted input of the layer after walk the same lines, two ways: what that means, and the way to the other. */
export function Walk() {
  const { equations } = text.value
  const { name, layer } = current.value
  if (name === 'backpropagate') {
    return (
      <p class="verdict">
        {equations.backwards(layer, sizes.value[layer - 1] ?? 1, sizes.value[layer] ?? 1)} <GoTo label={equations.seeForward} name="weighted input" layer={layer + 1} />
      </p>
    )
  }
  if (name !== 'weighted input' || layer === 2) return null
  return (
    <p class="verdict">
      {equations.forwards(layer)} <GoTo label={equations.seeBackward} name="backpropagate" layer={layer - 1} />
    </p>
  )
}

function GoTo({ label, name, layer }: { readonly label: string; readonly name: string; readonly layer: number }) {
  return (
    <button type="button" class="walk-words" onClick={() => goTo(1 + told.peek().steps.findIndex((step) => step.name === name && step.layer === layer))}>
      ▸ {label}
    </button>
  )
}
