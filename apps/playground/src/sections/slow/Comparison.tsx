import { exactNumber, formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { costScale } from '../../training/costScale.js'
import { Chart } from '../../view/Chart.js'
import { comparison } from './comparisonSettings.js'
import { epochs, trial, tryFormula, verdict } from './design.js'

const EVERY = 20

/** The check of the reader's f, and how it learns beside σ. */
export function Comparison() {
  const { slow } = text.value
  const now = trial.value
  return (
    <div>
      <p class="comparison-lead">{slow.comparisonLead(comparison.hidden.join(', '), comparison.learningRate, comparison.epochs)}</p>
      <button type="button" class="main" disabled={now.name === 'running'} onClick={tryFormula}>
        {now.name === 'running' ? slow.trying(epochs.value.length, comparison.epochs) : slow.tryIt}
      </button>
      <Verdict />
      {now.name === 'silent' && <p class="note" role="alert">{slow.silent}</p>}
      {now.name === 'diverged' && <p class="note" role="alert">{slow.diverged(now.epoch)}</p>}
      {now.name === 'failed' && <p class="note" role="alert">{text.value.training.failed(now.message)}</p>}
      <Costs />
    </div>
  )
}

/** What the kit found, in its own words, which are English. */
function Verdict() {
  const { slow } = text.value
  if (!verdict.value) return null
  const { findings, kinks } = verdict.value
  if (findings.length === 0) return <p class="verdict">{kinks.length === 0 ? slow.passed : slow.passedWithKinks(kinks.map(formatNumber).join(', '))}</p>
  return (
    <div class="verdict misfit">
      <p>{slow.findings(findings.length)}</p>
      <ul lang="en">
        {findings.slice(0, 4).map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </div>
  )
}

function Costs() {
  const { slow, training } = text.value
  const last = epochs.value.at(-1)
  if (!last) return null
  const scale = costScale(epochs.value.flatMap(({ sigmoid, own }) => [sigmoid.cost, own.cost]))
  const kinds = ['sigmoid', 'own'] as const
  const percent = (share: number) => `${formatNumber(100 * share)} %`
  return (
    <>
      <Chart
        label={slow.comparisonPicture}
        x={[0, comparison.epochs]}
        xTicks={[0, 40, 80, 120]}
        xName={training.epochAxis}
        y={[0, 1]}
        yTicks={scale.ticks.map(scale.at)}
        yName={training.costAxis}
        draw={exactNumber}
        drawY={(place) => exactNumber(scale.ticks.find((tick) => scale.at(tick) === place) ?? NaN)}
        height={230}
      >
        {(place) =>
          kinds.map((kind) => (
            <polyline key={kind} class={kind === 'own' ? 'own-curve' : 'curve-line faint'} points={place.points(epochs.value.map((figures, i) => [i + 1, scale.at(figures[kind].cost)]))} />
          ))
        }
      </Chart>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{training.epochAxis}</th>
            <th scope="col">{slow.costWith('σ')}</th>
            <th scope="col">{slow.costWith('f')}</th>
            <th scope="col">{slow.rightWith('σ')}</th>
            <th scope="col">{slow.rightWith('f')}</th>
          </tr>
        </thead>
        <tbody>
          {epochs.value.map((figures, i) => ({ ...figures, epoch: i + 1 })).filter(({ epoch }) => epoch === 1 || epoch % EVERY === 0).map(({ epoch, sigmoid, own }) => (
            <tr key={epoch}>
              <th scope="row">{epoch}</th>
              <td>{formatNumber(sigmoid.cost)}</td>
              <td>{formatNumber(own.cost)}</td>
              <td>{percent(sigmoid.accuracy)}</td>
              <td>{percent(own.accuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
