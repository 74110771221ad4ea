import { exactNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, state, text } from '../../state/store.js'
import { NumberInput } from '../../view/NumberInput.js'
import { Formula } from '../../view/Formula.js'
import { change, newsOf } from './changedSample.js'
import meanCost from './meanCost.tex'
import meanCrossEntropy from './meanCrossEntropy.tex'
import { SampleBars } from './SampleBars.js'
import type { SampleCosts } from './samples.js'

/** Side by side on one scale, costs have the same number of digits after the point. */
const DECIMALS = 3
const [least, most] = limits.output

/** Six samples, each with its C_x as a bar, and C as the line of their mean. */
export function SixSamples({ costs: now }: { readonly costs: SampleCosts }) {
  const { cost } = text.value
  const { outputs, targets, netCost } = state.value
  const set = (part: 'outputs' | 'targets', sample: number, value: number) => {
    change(sample, now)
    adjust({ [part]: state.peek()[part].with(sample, value) })
  }
  return (
    <>
      <h3>
        {cost.sixSamples} <span class="equation-number">{netCost === 'quadratic' ? '(26)' : ''}</span>
      </h3>
      <Formula tree={netCost === 'quadratic' ? meanCost : meanCrossEntropy} label={cost.sixSamples} />
      <SampleBars outputs={outputs} targets={targets} costs={now} onChange={set} />
      <table class="samples">
        <thead>
          <tr>
            <th scope="col">{cost.sample}</th>
            {outputs.map((_, i) => <th key={i} scope="col">{i + 1}</th>)}
          </tr>
        </thead>
        <tbody>
          {(['outputs', 'targets'] as const).map((part) => (
            <tr key={part}>
              <th scope="row">
                <math><mi data-term={part === 'outputs' ? 'a' : 'y'}>{part === 'outputs' ? 'a' : 'y'}</mi></math>
              </th>
              {state.value[part].map((value, i) => (
                <td key={i}>
                  <NumberInput
                    least={part === 'outputs' ? least : 0}
                    most={part === 'outputs' ? most : 1}
                    step={0.05}
                    value={value}
                    draw={exactNumber}
                    label={part === 'outputs' ? cost.outputOf(i + 1) : cost.targetOf(i + 1)}
                    onChange={(next) => set(part, i, next)}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <math><msub><mi>C</mi><mi>x</mi></msub></math>
            </th>
            {now.each.map((one, i) => <td key={i} class="sample-cost" title={exactNumber(one)}>{one.toFixed(DECIMALS)}</td>)}
          </tr>
        </tbody>
      </table>
      <p class="says">{newsOf(now)}</p>
      <p class="says">{cost.firstAssumption}</p>
    </>
  )
}
