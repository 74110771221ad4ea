import { formatNumber } from '../../number/formatNumber.js'
import { choose, state, text } from '../../state/store.js'
import { valueAt } from '../../view/focus.js'
import { agrees } from './agrees.js'
import { climb } from './climb.js'
import { walked, weight } from './experiments.js'
import { sumOf } from './listed.js'
import { list } from './looking.js'

const WIDTH = 600
const HEIGHT = 60
const MARGIN = 6
const SIDE = 8

/** The partial sum of the paths that are added, as stairs of a step for each, on its way to the ∂C/∂w of backpropagation. */
export function SumClimb() {
  const { paths } = text.value
  const { added } = state.value
  const entries = list.value
  const on = entries.filter(({ name }) => added.includes(name))
  const goal = valueAt(weight.value.replace('w', 'nablaW'))
  const { spans, least, most } = climb(on.map(({ product }) => product), goal)
  const x = (value: number) => SIDE + ((WIDTH - 2 * SIDE) * (value - least)) / (most - least)
  const tread = (HEIGHT - 2 * MARGIN) / Math.max(1, spans.length)
  const next = entries.find(({ name }) => !added.includes(name))
  const put = (names: readonly string[]) => choose({ added: names })
  return (
    <div class="climb">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <line class="axis" x1={x(0)} x2={x(0)} y1={0} y2={HEIGHT} />
        {spans.map(({ from, to }, i) => Number.isFinite(to) && (
          <rect key={on[i]?.name} data-sign={to < from ? 'negative' : 'positive'} x={Math.min(x(from), x(to))} y={MARGIN + i * tread} width={Math.max(1, Math.abs(x(to) - x(from)))} height={tread} />
        ))}
        {Number.isFinite(goal) && <line class="goal" x1={x(goal)} x2={x(goal)} y1={0} y2={HEIGHT} />}
      </svg>
      <p>
        {paths.added(formatNumber(sumOf(entries, added)), formatNumber(goal))} {next === undefined && agrees(walked.value, goal) && paths.same}
      </p>
      <p class="buttons">
        <button type="button" class="main" disabled={next === undefined} onClick={() => next && put([...added.filter((name) => entries.some((entry) => entry.name === name)), next.name])}>
          {paths.addStrongest}
        </button>
        <button type="button" disabled={next === undefined} onClick={() => put(entries.map(({ name }) => name))}>
          {paths.addAll}
        </button>
        <button type="button" disabled={on.length === 0} onClick={() => put([])}>
          {paths.addNone}
        </button>
      </p>
    </div>
  )
}
