import { LookedAt } from '../../net/LookedAt.js'
import { Net } from '../../net/Net.js'
import type { NetLayout, Spacing } from '../../net/netLayout.js'
import { formatNumber } from '../../number/formatNumber.js'
import { equationForms } from '../../state/state.js'
import { state, text } from '../../state/store.js'
import { lookedAt } from '../../view/focus.js'
import { LinkedSection } from '../../view/LinkedSection.js'
import { ROUNDING } from './arithmetic.js'
import { Bets } from './Bets.js'
import { Directions } from './Directions.js'
import { EquationControls } from './EquationControls.js'
import { GradientNumber, Gradients } from './Gradients.js'
import { NetTable } from './NetTable.js'
import { NumbersLine } from './NumbersLine.js'
import { remark } from './remark.js'
import { SplitNeuron } from './SplitNeuron.js'
import { Stages } from './Stages.js'
import { StepBar } from './StepBar.js'
import { StepFormula } from './StepFormula.js'
import { StepMatrices } from './StepMatrices.js'
import { TakeStep } from './TakeStep.js'
import { chooseForm, current, differenceByProduct, known } from './told.js'
import { Walk } from './Walk.js'
import { Why } from './Why.js'

/** Room for two numbers in a neuron. */
const spacing: Spacing = { down: 88, radius: 35 }
const under = (layout: NetLayout) => (
  <>
    <Gradients layout={layout} />
    <Directions layout={layout} />
  </>
)
const over = (layout: NetLayout) => <GradientNumber layout={layout} />

/** The algorithm step by step, both ways: what an equation says, where its symbols live in the network, and why it is true. */
export function EquationsSection() {
  const { equations } = text.value
  const { form } = state.value
  return (
    <LinkedSection name="equations" heading={equations.heading} lead={equations.lead}>
      <EquationControls />
      <Stages />
      <div class="step-frames">
        <div class="picture-place">
          <div class="picture">
            <StepBar />
            <Net under={under} over={over} neuron={SplitNeuron} spacing={spacing} />
            <Looked />
            <p class="hint">{equations.legend}</p>
          </div>
        </div>
        <div class="step-told">
          <h3>
            {title()} <span class="equation-number">{equationNumber()}</span>
          </h3>
          <p class="step-words">{equations.what[current.value.name](current.value.layer)}</p>
          <div class="equation-forms" role="group" aria-label={equations.form}>
            {equationForms.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={form === name}
                onClick={() => chooseForm(name)}
              >
                {equations.forms[name]}
              </button>
            ))}
          </div>
          <StepFormula />
          {form !== 'neuron' ? <StepMatrices /> : current.value.name !== 'input' && <NumbersLine />}
          {form === 'sigmaPrime' && <SameErrors />}
          {current.value.cancelled && <p class="hint">{equations.cancelled}</p>}
          <Walk />
          <TakeStep />
          <Bets />
          <Why />
          <NetTable />
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {remark.value || sentence()}
      </p>
    </LinkedSection>
  )
}

/** What is looked at; of what the algorithm has not come to, no number. */
function Looked() {
  const address = lookedAt.value
  return address && !known.value.has(address) ? <p class="looked-at">{text.value.equations.notYet}</p> : <LookedAt />
}

/** How little the two forms differ. */
function SameErrors() {
  const { equations } = text.value
  const { name, layer } = current.value
  if (name !== 'output error' && name !== 'backpropagate') return <p class="hint">{equations.noProduct}</p>
  const difference = differenceByProduct(layer)
  return <p class="hint">{difference <= ROUNDING ? equations.sameErrors(formatNumber(difference)) : equations.lostDigits(formatNumber(difference))}</p>
}

function title(): string {
  const { equations } = text.value
  const { name, layer } = current.value
  return name === 'input' ? equations.names.input : equations.ofLayer(equations.names[name], layer)
}

function equationNumber(): string {
  const { name, equation = '' } = current.value
  if (state.value.form !== 'sigmaPrime') return equation
  return name === 'output error' ? '(33)' : name === 'backpropagate' ? '(34), (35)' : equation
}

/** The step in one sentence, with its numbers where they are a vector. */
function sentence(): string {
  const { equations } = text.value
  const { name, layer, equation, result } = current.value
  const isVector = result.kind !== 'w' && result.kind !== 'nablaW'
  const numbers = isVector ? equations.result(result.matrix.flat().map(formatNumber).join(', ')) : ''
  return `${equation === undefined ? '' : `${equation}, `}${title()}: ${equations.what[name](layer)} ${numbers}`
}
