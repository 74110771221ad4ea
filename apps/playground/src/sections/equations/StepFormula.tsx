import { state, text } from '../../state/store.js'
import { Formula } from '../../view/Formula.js'
import { sizes } from '../../view/focus.js'
import { stepFormulas } from './stepFormulas.js'
import { symbolsOf } from './symbolsOf.js'
import wholeProduct from './tex/wholeProduct.tex'
import { current, place } from './told.js'

/** The equation of the step in the form that was chosen, and which l, j and k it is of. */
export function StepFormula() {
  const { equations } = text.value
  const { name, layer } = current.value
  const { form, order } = state.value
  const symbols = symbolsOf(name, layer, form, place.value)
  return (
    <>
      <Formula tree={stepFormulas[name][form]} label={equations.equation} symbols={symbols} />
      {form === 'sigmaPrime' && name === 'backpropagate' && (
        <>
          <Formula tree={wholeProduct} label={equations.equation} symbols={{ ...symbols, z2: `z:${sizes.value.length - 1}`, w2: `w:${sizes.value.length}`, z3: `z:${sizes.value.length}` }} />
          <p class="hint">{equations.wholeProduct}</p>
        </>
      )}
      <p class="hint">
        {indices()}
        {order === 'from-to' && ` ${equations.chapterOrder}`}
      </p>
    </>
  )
}

/** l, and in the form for one neuron j and k: what stands as a letter in the equation. */
function indices(): string {
  const { name, layer } = current.value
  const { j, k } = place.value
  const net = sizes.value
  const count = (l: number) => net[l - 1] ?? 1
  if (state.value.form !== 'neuron') return name === 'output error' ? `L = ${layer}` : `l = ${layer}`
  switch (name) {
    case 'input':
      return `k = ${j}`
    case 'weighted input':
      return `l = ${layer}, j = ${j}, k = 1 … ${count(layer - 1)}`
    case 'output error':
      return `L = ${layer}, j = ${j}`
    case 'backpropagate':
      return `l = ${layer}, j = ${j}, k = 1 … ${count(layer + 1)}`
    case 'gradient of w':
    case 'update of w':
      return `l = ${layer}, j = ${j}, k = ${k}`
    default:
      return `l = ${layer}, j = ${j}`
  }
}
