import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../number/formatNumber.js'
import { limits } from '../../state/state.js'
import { text } from '../../state/store.js'
import { Chart, WithinAxes } from '../../view/Chart.js'
import { TableTwin } from '../../view/TableTwin.js'
import type { Visit } from './visit.js'

const END = limits.deltaZ
const TICKS = [-END, -END / 2, 0, END / 2, END]
/** A change of the cost by less than this share of it is drawn as next to nothing. */
const FLAT = 0.02
/** Of the real curve's height, how far the prediction is followed beyond it. */
const BEYOND = 0.35
/** Every so many measurements a row of the table. */
const ROW_EVERY = 15

/** ΔC over Δz, real and predicted, the gap between them, and how far the prediction holds, with a handle below; and the same as a table. */
export function DemonCurve({ found, children }: { readonly found: Visit; readonly children: ComponentChildren }) {
  const { demon } = text.value
  const { measurements, here, stops, cost, at } = found
  const actual = measurements.map((one) => one.actual)
  const [low, high] = [Math.min(0, ...actual), Math.max(0, ...actual)]
  const room = Math.max(BEYOND * (high - low), (FLAT * cost - (high - low)) / 2, Number.MIN_VALUE)
  return (
    <figure class="demon-curve">
      <Chart
        label={demon.curve(formatNumber(here.change), formatNumber(here.predicted), formatNumber(here.actual))}
        x={[-END, END]}
        y={[low - room, high + room]}
        xName={at === 'z' ? 'Δz' : 'Δa'}
        yName="ΔC"
        height={280}
        xTicks={TICKS}
      >
        {(frame) => {
          const { x, y, points, top, bottom } = frame
          const real = measurements.map(({ change, actual }) => [change, actual] as const)
          const tangent = measurements.map(({ change, predicted }) => [change, predicted] as const)
          const [from, to] = [stops.below ?? -END, stops.above ?? END]
          return (
            <WithinAxes frame={frame}>
              <rect class="holds" x={x(from)} y={top} width={Math.max(0, x(to) - x(from))} height={bottom - top} />
              <polygon class="gap" points={points([...real, ...tangent.toReversed()])} />
              <polyline class="chart-line of-delta" points={points(tangent)} />
              <polyline class="chart-line of-cost" points={points(real)} />
              <line class="chart-now" x1={x(here.change)} x2={x(here.change)} y1={top} y2={bottom} />
              <circle class="predicted-point" cx={x(here.change)} cy={y(here.predicted)} r={6} />
              <circle class="actual-point" cx={x(here.change)} cy={y(here.actual)} r={6} />
            </WithinAxes>
          )
        }}
      </Chart>
      {children}
      <ul class="legend">
        <li class="key-actual">{demon.actual}</li>
        <li class="key-predicted">{at === 'z' ? demon.predicted : demon.predictedAtA}</li>
        <li class="key-holds">{demon.holds}</li>
      </ul>
      <TableTwin
        columns={[at === 'z' ? 'Δz' : 'Δa', demon.predictedColumn, demon.actualColumn]}
        rows={measurements.filter((_, i) => i % ROW_EVERY === 0).map((one) => [one.change, one.predicted, one.actual].map(formatNumber))}
      />
    </figure>
  )
}
