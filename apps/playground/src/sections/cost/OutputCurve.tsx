import { costOf } from '../../engine/costOf.js'
import { formatNumber } from '../../number/formatNumber.js'
import { state, text } from '../../state/store.js'
import { Chart } from '../../view/Chart.js'
import { quantities } from '../../view/focus.js'
import { TableTwin } from '../../view/TableTwin.js'

interface OutputCurveProps {
  readonly j: number
  /** What the network says. */
  readonly said: number
  /** Where the reader is. */
  readonly at: number
  readonly onSuppose: (a: number) => void
}

const POINTS = 120
/** Every so many points a row of the table. */
const ROW_EVERY = 15
/** Nearer to 0 and 1 cross-entropy leaves every picture. */
const EDGE = 0.02
const ROOM = 0.25
/** How far a tangent goes to either side, of the range. */
const REACH = 0.22

/** C over one output, all else as it is, with its slope as a tangent; the handle below moves along it. */
export function OutputCurve({ j, said, at, onSuppose }: OutputCurveProps) {
  const { cost } = text.value
  const { y, netCost } = state.value
  const target = y[j - 1] ?? NaN
  const range: readonly [number, number] =
    netCost === 'crossEntropy' ? [EDGE, 1 - EDGE] : [Math.min(0, said - ROOM, target - ROOM), Math.max(1, said + ROOM, target + ROOM)]
  const along = Array.from({ length: POINTS + 1 }, (_, i) => range[0] + ((range[1] - range[0]) * i) / POINTS)
  const over = (a: number) => costOf(state.value, quantities.value, { j, a })
  const heights = along.map((a) => over(a).cost)
  const here = over(at)
  const slope = here.slopes[j - 1] ?? NaN
  const reach = REACH * (range[1] - range[0])
  const top = Math.max(...heights) * 1.08
  return (
    <figure class="output-curve">
      <Chart label={cost.curve(j, formatNumber(here.cost), formatNumber(slope))} x={range} y={[0, top > 0 ? top : 1]} xName={cost.outputAxis(j)} yName={cost.costAxis}>
        {({ x, y: up, points, top: ceiling, bottom }) => (
          <>
            <line class="chart-now of-y" x1={x(target)} x2={x(target)} y1={ceiling} y2={bottom} />
            <text class="of-y chart-mark" x={x(target)} y={ceiling + 8} dx={6}>y</text>
            <polyline class="chart-line of-cost" points={points(along.map((a, i) => [a, heights[i] ?? 0]))} />
            <polyline class="chart-line of-delta tangent" points={points([[at - reach, here.cost - slope * reach], [at + reach, here.cost + slope * reach]])} />
            <circle class="as-said" cx={x(said)} cy={up(over(said).cost)} r={6} />
            <circle class="supposed" cx={x(at)} cy={up(here.cost)} r={7} />
          </>
        )}
      </Chart>
      <input
        type="range"
        class="under-chart"
        min={range[0]}
        max={range[1]}
        step={0.01}
        value={at}
        aria-label={cost.suppose(j)}
        aria-valuetext={`${formatNumber(at)}, ${cost.slopeThere(formatNumber(here.cost), formatNumber(slope))}`}
        onInput={({ currentTarget }) => onSuppose(currentTarget.valueAsNumber)}
      />
      <TableTwin
        columns={[cost.outputAxis(j), cost.costAxis, cost.slopeColumn]}
        rows={along.filter((_, i) => i % ROW_EVERY === 0).map((a) => [a, over(a).cost, over(a).slopes[j - 1] ?? NaN].map(formatNumber))}
      />
    </figure>
  )
}
