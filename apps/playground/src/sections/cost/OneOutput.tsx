import { useState } from 'preact/hooks'
import { costOf } from '../../engine/costOf.js'
import { costNames } from '../../engine/names.js'
import { formatNumber } from '../../number/formatNumber.js'
import { adjust, choose, state, text } from '../../state/store.js'
import { Choice } from '../../view/Choice.js'
import { parameterSteps } from '../../view/editable.js'
import { Formula } from '../../view/Formula.js'
import { changeOf, quantities, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { NumberInput } from '../../view/NumberInput.js'
import { Symbol } from '../../view/Symbol.js'
import { forgetChange } from './changedSample.js'
import crossEntropy from './crossEntropy.tex'
import { OutputCurve } from './OutputCurve.js'
import quadratic from './quadratic.tex'

/** The reader's network: its targets and its cost, as a function of one output, which can be moved as if the network had said so. */
export function OneOutput() {
  const { cost, training } = text.value
  const { sizes, y, netCost, activation } = state.value
  const [chosen, setChosen] = useState(1)
  const [supposed, setSupposed] = useState<number | undefined>(undefined)
  const j = Math.min(chosen, y.length)
  const L = sizes.length
  const output = `a:${L}:${j}`
  const said = valueAt(output)
  const at = supposed ?? said
  const here = costOf(state.value, quantities.value, { j, a: at })
  const slope = here.slopes[j - 1] ?? NaN
  return (
    <>
      <h3>
        {cost.oneOutput} <span class="equation-number">{netCost === 'quadratic' ? '(27)' : ''}</span>
      </h3>
      <div class="controls">
        <Choice
          label={cost.ofNetwork}
          names={activation === 'sigmoid' ? costNames : ['quadratic']}
          value={netCost}
          nameOf={(name) => training.costNames[name]}
          onChoose={(name) => {
            setSupposed(undefined)
            forgetChange()
            choose({ netCost: name })
          }}
        />
        <div class="outputs" role="group" aria-label={cost.outputs}>
          {y.map((target, i) => (
            <OutputRow key={i} j={i + 1} layer={L} target={target} isChosen={i + 1 === j} onChoose={() => {
              setChosen(i + 1)
              setSupposed(undefined)
            }} />
          ))}
        </div>
      </div>
      {activation !== 'sigmoid' && <p class="hint">{cost.onlySigmoid}</p>}
      <Formula
        tree={netCost === 'quadratic' ? quadratic : crossEntropy}
        label={cost.ofNetwork}
        symbols={{ a: output, a2: netCost === 'quadratic' ? `a:${L}` : output, a3: output, a4: output, a5: output, y: `y:${L}:${j}`, y2: `y:${L}:${j}`, y3: `y:${L}:${j}` }}
      />
      <OutputCurve j={j} said={said} at={at} onSuppose={setSupposed} />
      <p class="says">
        {supposed === undefined ? cost.asSaid(j, formatNumber(said)) : cost.supposed(j, formatNumber(at), formatNumber(said))}{' '}
        {cost.slopeThere(formatNumber(here.cost), formatNumber(slope))}
      </p>
      {supposed !== undefined && (
        <button type="button" onClick={() => setSupposed(undefined)}>
          {cost.asNetworkSays}
        </button>
      )}
      <p class="says">{cost.secondAssumption}</p>
    </>
  )
}

interface OutputRowProps {
  readonly j: number
  readonly layer: number
  readonly target: number
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** An output with its number, to look at, and its target, to change. */
function OutputRow({ j, layer, target, isChosen, onChoose }: OutputRowProps) {
  const { cost, quantity } = text.value
  const [a, y] = [`a:${layer}:${j}`, `y:${layer}:${j}`]
  const { netCost } = state.value
  const limits = netCost === 'crossEntropy' ? { least: 0, most: 1, step: 0.1 } : parameterSteps
  return (
    <div class="output-row">
      <button type="button" aria-pressed={isChosen} onClick={onChoose} data-s={a}>
        <span class="visually-hidden">{cost.lookAtOutput(j)}</span>
        <math>
          <Symbol of={{ kind: 'a', layer, j }} />
          <mo>=</mo>
          <mn>{formatNumber(valueAt(a))}</mn>
        </math>
      </button>
      <span class="factor" data-s={y} ref={litBy(y)}>
        <math>
          <Symbol of={{ kind: 'y', layer, j }} />
          <mo>=</mo>
        </math>
        <NumberInput
          {...limits}
          value={target}
          label={quantity.y(layer, String(j))}
          onChange={(next) => {
            const change = changeOf(y, next)
            if (change) adjust(change)
          }}
        />
      </span>
    </div>
  )
}
