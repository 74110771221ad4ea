import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { choose, state, text } from '../../state/store.js'
import { forgetChange } from './changedSample.js'
import { rules } from './rules.js'
import type { SampleCosts } from './samples.js'

/** Less is the error of the differences. */
const SAME = 1e-6

/** Costs that break an assumption, to choose; what backpropagation then gives beside the true gradient, and what the kit says of the cost. */
export function Breaking({ costs }: { readonly costs: SampleCosts }) {
  const { cost } = text.value
  const { rule } = state.value
  const off = (['w', 'b'] as const).filter((by) => Math.abs(costs.backprop[by] - costs.true[by]) > SAME)
  return (
    <>
      <h3>{cost.breakIt}</h3>
      <div class="pair breaking">
        <div>
          <fieldset class="order">
            <legend>{cost.looksAt}</legend>
            {rules.map((one) => (
              <label key={one}>
                <input type="radio" name="rule" checked={rule === one} onChange={() => {
                  forgetChange()
                  choose({ rule: one })
                }} />
                {cost.rules[one]}
              </label>
            ))}
          </fieldset>
          <Kit />
        </div>
        <div>
          <p class="hint">{cost.neuron}</p>
          <Gradients costs={costs} off={off} />
          <p class={off.length > 0 ? 'says verdict misfit' : 'says verdict'}>{cost.verdicts[rule]}</p>
        </div>
      </div>
    </>
  )
}

/** Both gradients, and where they differ. */
function Gradients({ costs, off }: { readonly costs: SampleCosts; readonly off: readonly ('w' | 'b')[] }) {
  const { cost } = text.value
  return (
    <table class="compared gradients">
      <thead>
        <tr>
          <td />
          <th scope="col">{cost.byBackprop}</th>
          <th scope="col">{cost.byDifferences}</th>
        </tr>
      </thead>
      <tbody>
        {(['w', 'b'] as const).map((by) => (
          <tr key={by} class={off.includes(by) ? 'is-off' : ''}>
            <th scope="row">
              <math>
                <mfrac>
                  <mrow><mi>∂</mi><mi>C</mi></mrow>
                  <mrow><mi>∂</mi><mi>{by}</mi></mrow>
                </mfrac>
              </math>
            </th>
            <td>{formatNumber(costs.backprop[by])}</td>
            <td>{formatNumber(costs.true[by])}</td>
            <td class="sameness">{off.includes(by) ? '≠' : '='}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the kit that checks costs says, once it is asked: it is loaded then. */
function Kit() {
  const { cost } = text.value
  const { rule, netCost } = state.value
  const [asked, ask] = useState(false)
  const [findings, setFindings] = useState<readonly string[] | undefined>(undefined)
  useEffect(() => {
    if (!asked) return undefined
    let isOver = false
    setFindings(undefined)
    void import('./askKit.js').then(({ askKit }) => {
      if (!isOver) setFindings(askKit(rule, netCost))
    })
    return () => {
      isOver = true
    }
  }, [asked, rule, netCost])
  if (!asked) {
    return (
      <button type="button" onClick={() => ask(true)}>
        {cost.askKit}
      </button>
    )
  }
  if (!findings) return <p class="says">{cost.kitChecks}</p>
  return (
    <div class="kit">
      <p class="says">{findings.length > 0 ? cost.kitFinds : rule === 'weight' ? cost.kitCannotSee : cost.kitAgrees}</p>
      {findings.slice(0, 1).map((finding) => (
        <code key={finding} lang="en">{finding}</code>
      ))}
    </div>
  )
}
