import { exactNumber, formatNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { adjust, choose, show, state, text } from '../../state/store.js'
import { NumberInput } from '../../view/NumberInput.js'
import { OutputChart } from './OutputChart.js'
import { courses, letters, momentOf, runners, startOf, withStart } from './runners.js'
import { StartCurve } from './StartCurve.js'

const steps = { least: -limits.start, most: limits.start, step: 0.1 } as const
const EVERY = 50

/** One neuron twice, from two starts, by two costs: being badly wrong can mean that it hardly learns. */
export function TwoStarts() {
  const { slow } = text.value
  const { startsRate, startsEpoch } = state.value
  return (
    <>
      <h3>{slow.twoStarts}</h3>
      <p class="lead">{slow.twoStartsLead}</p>
      <div class="controls">
        {runners.map((runner) => {
          const [w, b] = startOf(runner)
          return (
            <fieldset key={runner} class="sizes start-numbers">
              <legend>
                <Mark runner={runner} /> {letters[runner]}
              </legend>
              <label>
                w <NumberInput {...steps} value={w} draw={exactNumber} label={slow.weightOf(letters[runner])} onChange={(next) => adjust({ starts: withStart(runner, [next, b]) })} />
              </label>
              <label>
                b <NumberInput {...steps} value={b} draw={exactNumber} label={slow.biasOf(letters[runner])} onChange={(next) => adjust({ starts: withStart(runner, [w, next]) })} />
              </label>
            </fieldset>
          )
        })}
        <label class="choice">
          {slow.rate}
          <NumberInput least={0.01} most={10} step={0.05} value={startsRate} draw={exactNumber} label={slow.rate} onChange={(next) => adjust({ startsRate: next })} />
        </label>
        <button type="button" onClick={() => choose({ starts: [0.6, 0.9, 2, 2], startsRate: 0.15 })}>
          {slow.startsAgain}
        </button>
      </div>
      <div class="side-by-side">
        <figure>
          <StartCurve />
          <figcaption class="hint">{slow.startHint}</figcaption>
        </figure>
        <figure>
          <OutputChart />
          <label class="scrub">
            <span>{slow.epochNow(startsEpoch)}</span>
            <input type="range" min={0} max={limits.startsEpochs} value={startsEpoch} aria-label={slow.epoch} onInput={({ currentTarget }) => show({ startsEpoch: Number(currentTarget.value) })} />
          </label>
        </figure>
      </div>
      <div class="side-by-side">
        <Now />
        <div>
          <Insight />
          <OutputTable />
        </div>
      </div>
    </>
  )
}

function Mark({ runner }: { readonly runner: (typeof runners)[number] }) {
  return (
    <svg class="runner-mark" data-runner={runner} viewBox="0 0 16 16" aria-hidden="true">
      {runner === 'first' ? <circle cx={8} cy={8} r={7} /> : <rect x={1} y={1} width={14} height={14} />}
    </svg>
  )
}

/** The numbers of the epoch that is looked at; they are the legend of both pictures too. */
function Now() {
  const { slow, training } = text.value
  return (
    <div class="table-place" role="group" aria-label={slow.epochNow(state.value.startsEpoch)} tabIndex={0}>
      <table class="numbers now-numbers">
        <thead>
          <tr>
            <th scope="col">{slow.neuron}</th>
            <th scope="col" class="cost-name">{training.cost}</th>
            <th scope="col">{slow.output} a</th>
            <th scope="col">σ′(z)</th>
            <th scope="col">δ</th>
          </tr>
        </thead>
        <tbody>
          {courses.value.map(({ runner, cost, moments }) => {
            const { a = NaN, slope = NaN, delta = NaN } = momentOf(moments) ?? {}
            return (
              <tr key={runner + cost} data-runner={runner} data-cost={cost}>
                <th scope="row">
                  <Mark runner={runner} /> {letters[runner]}
                </th>
                <td class="cost-name">
                  <svg class="line-sample" viewBox="0 0 36 12" aria-hidden="true">
                    <line class="output-line" data-runner={runner} data-cost={cost} x1={0} x2={36} y1={6} y2={6} />
                  </svg>
                  {training.costNames[cost]}
                </td>
                <td>{formatNumber(a)}</td>
                <td>{formatNumber(slope)}</td>
                <td>{formatNumber(delta)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What the numbers of the neuron that starts more wrong say. */
function Insight() {
  const { slow } = text.value
  const worse = courses.value.filter(({ runner }) => startOf(runner).reduce((p, q) => p + q) === Math.max(...runners.map((one) => startOf(one).reduce((p, q) => p + q))))
  const [quadratic, crossEntropy] = worse.map(({ moments }) => momentOf(moments))
  const name = letters[worse[0]?.runner ?? 'second']
  return (
    <p class="verdict">
      {slow.insight(name, formatNumber(worse[0]?.moments[0]?.slope ?? NaN), state.value.startsEpoch, formatNumber(quadratic?.a ?? NaN), formatNumber(crossEntropy?.a ?? NaN))}
    </p>
  )
}

function OutputTable() {
  const { slow, training } = text.value
  return (
    <details>
      <summary>{training.table}</summary>
      <div class="table-place" role="group" aria-label={slow.outputPicture} tabIndex={0}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">{slow.epoch}</th>
              {courses.value.map(({ runner, cost }) => (
                <th key={runner + cost} scope="col">
                  {letters[runner]}, {training.costNames[cost]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: limits.startsEpochs / EVERY + 1 }, (_, i) => i * EVERY).map((epoch) => (
              <tr key={epoch}>
                <th scope="row">{epoch}</th>
                {courses.value.map(({ runner, cost, moments }) => (
                  <td key={runner + cost}>{formatNumber(moments[epoch]?.a ?? NaN)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
