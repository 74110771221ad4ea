import { computed, signal } from '@preact/signals'
import type { FormulaTree } from '../../../vite/formulaTree.js'
import { formatNumber } from '../../number/formatNumber.js'
import { algorithmSteps, modifiedLayers, type AlgorithmStep } from '../../state/state.js'
import { choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { Formula } from '../../view/Formula.js'
import { settledNetwork } from '../../view/settledNetwork.js'
import { changingSteps, modifiedLayerOf, neuronNumbers, verdictsOf } from './modifiedNeuron.js'
import stepBackpropagate from './stepBackpropagate.tex'
import stepFeedforward from './stepFeedforward.tex'
import stepGradient from './stepGradient.tex'
import stepInput from './stepInput.tex'
import stepOutputError from './stepOutputError.tex'
import { SlopeTable } from './SlopeTable.js'
import { VerdictNet } from './VerdictNet.js'

const formulas: Readonly<Record<AlgorithmStep, FormulaTree>> = {
  input: stepInput,
  feedforward: stepFeedforward,
  outputError: stepOutputError,
  backpropagate: stepBackpropagate,
  gradient: stepGradient,
}

/** The marks and the neuron that were run; other ones must be run again. */
const ran = signal('')
const question = computed(() => `${state.value.modified}:${state.value.marks.join()}`)

const modifiedIn = computed(() => state.value.modified)
const marked = computed(() => state.value.marks)
const verdicts = computed(() => verdictsOf(settledNetwork.value, modifiedIn.value, marked.value))
const numbers = computed(() => neuronNumbers(settledNetwork.value, modifiedIn.value))

/** The exercise on one neuron with another function: the reader's algorithm beside differences, then the answer. */
export function ModifiedNeuron() {
  const { exercises } = text.value
  const { sizes, modified, marks } = state.value
  const layer = modifiedLayerOf(sizes, modified)
  return (
    <>
      <h3>{exercises.modified}</h3>
      <p class="lead">{exercises.modifiedLead(layer)}</p>
      <div class="controls">
        <Choice label={exercises.where} names={modifiedLayers} value={modified} nameOf={(where) => exercises.whereNames[where]} onChoose={(where) => choose({ modified: where })} />
      </div>
      <fieldset class="step-cards">
        <legend>{exercises.question}</legend>
        {algorithmSteps.map((step, i) => {
          const isMarked = marks.includes(step)
          return (
            <div key={step} class="step-card" data-marked={isMarked}>
              <label>
                <input
                  type="checkbox"
                  checked={isMarked}
                  onChange={() => choose({ marks: algorithmSteps.filter((other) => (other === step ? !isMarked : marks.includes(other))) })}
                />
                <span>
                  {i + 1}. {exercises.steps[step]}
                </span>
              </label>
              <Formula tree={formulas[step]} label={exercises.steps[step]} />
              <p class="hint">{isMarked ? exercises.changes : exercises.stays}</p>
            </div>
          )
        })}
      </fieldset>
      <button type="button" class="main" onClick={() => (ran.value = question.peek())}>
        {exercises.run}
      </button>
      {ran.value === question.value && <Result layer={layer} />}
      <Answer layer={layer} />
    </>
  )
}

function Result({ layer }: { readonly layer: number }) {
  const { exercises } = text.value
  const found = verdicts.value
  const right = found.filter(({ isRight }) => isRight).length
  return (
    <div class="exercise-result">
      <div>
        <p class={right === found.length ? 'verdict' : 'verdict misfit'} role="status">
          {exercises.agree(right, found.length)} {hints(layer).join(' ')}
        </p>
        <SlopeTable verdicts={found} />
      </div>
      <VerdictNet verdicts={found} layer={layer} />
    </div>
  )
}

/** What the marks lead to, without the answer being said. */
function hints(layer: number): string[] {
  const { exercises } = text.value
  const { marks, sizes } = state.value
  const changing = changingSteps(layer, sizes)
  const said: string[] = []
  if (!marks.includes('feedforward')) said.push(exercises.hints.noF)
  if (marks.includes('feedforward') && !changing.every((step) => marks.includes(step))) said.push(exercises.hints.noDerivative(layer))
  if (marks.includes('input')) said.push(exercises.hints.input)
  if (marks.includes('gradient')) said.push(exercises.hints.twice)
  if (marks.some((step) => (step === 'outputError' || step === 'backpropagate') && !changing.includes(step))) said.push(exercises.hints.elsewhere)
  return said.length === 0 ? [exercises.hints.all] : said
}

function Answer({ layer }: { readonly layer: number }) {
  const { exercises } = text.value
  const { marks, sizes } = state.value
  const { z, f, fPrime, sigma, sigmaPrime, delta } = numbers.value
  const numberOf = (step: AlgorithmStep) => String(algorithmSteps.indexOf(step) + 1)
  return (
    <details class="answer">
      <summary>{exercises.showAnswer}</summary>
      <p>{marks.length === 0 ? exercises.youMarkedNone : exercises.youMarked(marks.map(numberOf).join(', '))}</p>
      <p>{exercises.modifiedAnswer(changingSteps(layer, sizes).map(numberOf).join(', '), layer === sizes.length ? 'BP1' : 'BP2')}</p>
      <div class="table-place" role="group" aria-label={exercises.neuronNumbers} tabIndex={0}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">z</th>
              <th scope="col">f(z) = sin z</th>
              <th scope="col">f′(z) = cos z</th>
              <th scope="col">σ(z)</th>
              <th scope="col">σ′(z)</th>
              <th scope="col">δ = ∂C/∂b</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              {[z, f, fPrime, sigma, sigmaPrime, delta].map((value, i) => (
                <td key={i}>{formatNumber(value)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  )
}
