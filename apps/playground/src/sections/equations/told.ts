import { computed } from '@preact/signals'
import type { Step } from '@nablajs/explain'
import { addressText, hasColumns, kinds, readAddress, type AddressText } from '../../address/address.js'
import type { EquationForm } from '../../state/state.js'
import { choose, show, state } from '../../state/store.js'
import { lookedAt, passInput, sizes } from '../../view/focus.js'
import { knownAfter } from './known.js'
import { placeOf, type Place } from './place.js'
import { remark } from './remark.js'
import { productsOf, traceOf } from './traceOf.js'

const learningRate = computed(() => state.value.learningRate)
const number = computed(() => state.value.step)
const chosen = computed(() => readAddress(state.value.focus, sizes.value))

/** A step of gradient descent on the reader's network and sample, told step by step. */
export const told = computed(() => traceOf(passInput.value, learningRate.value))

/** The errors by products with Σ′. */
export const byProduct = computed(() => productsOf(passInput.value))

/** How far the errors of a layer by products are from the engine's, relative to the largest: no more than rounding, but where a slope near 0 meets an infinite one. */
export function differenceByProduct(layer: number): number {
  return byProduct.value.layers.find((one) => one.layer === layer)?.difference ?? 0
}

/** The step that is shown. */
export const current = computed(() => stepAt(number.value))

/** What has been computed up to it. */
export const known = computed(() => knownAfter(told.value.steps, number.value))

/** The neuron that it is told of. */
export const place = computed(() => placeIn(current.value, [lookedAt.value, chosen.value]))

/** Shows a step, and looks at what it makes: at one number where the equation is of one neuron, else at all of the layer. */
export function goTo(step: number): void {
  const to = Math.min(told.peek().steps.length, Math.max(1, step))
  remark.value = ''
  show({ step: to, focus: madeBy(stepAt(to), state.peek().form) })
}

/** Writes the equations in another form. */
export function chooseForm(form: EquationForm): void {
  choose({ form, focus: madeBy(current.peek(), form) })
}

function stepAt(at: number): Step {
  const { steps } = told.value
  const step = steps[at - 1]
  if (!step) throw new RangeError(`a trace of ${steps.length} steps has no step ${at}`)
  return step
}

function placeIn({ name, layer }: Step, looks: Parameters<typeof placeOf>[2]): Place {
  return placeOf(layer, name === 'backpropagate', looks, sizes.value)
}

/** Of an update it is the gradient, which is made of δ and goes into w or b. */
function madeBy(step: Step, form: EquationForm): AddressText {
  const { name, result, layer } = step
  const { j, k } = placeIn(step, [chosen.peek()])
  const kind = name === 'update of w' ? 'nablaW' : name === 'update of b' ? 'nablaB' : kinds.find((known) => known === result.kind)
  if (kind === undefined) throw new RangeError(`a step that makes ${result.kind}`)
  return addressText({ kind, layer, ...(form === 'neuron' && { j, ...(hasColumns(kind) && { k }) }) })
}
