import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import { costScale } from './costScale.js'
import { curve } from './training.js'

const WIDTH = 520
const HEIGHT = 220
const LEFT = 88
const BOTTOM = 34
const TOP = 14
const RIGHT = 14
const ROWS = 12

/** The cost by epoch as a curve, and the same as a table. */
export function CostCurve() {
  const { training } = text.value
  const { points } = curve.value
  const [first, last] = [points[0], points.at(-1)]
  const scale = costScale(points.map(({ cost }) => cost))
  const epochs = Math.max(10, last?.epoch ?? 0)
  const x = (epoch: number) => LEFT + ((WIDTH - LEFT - RIGHT) * epoch) / epochs
  const y = (cost: number) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * scale.at(cost)
  return (
    <figure class="cost-curve">
      <figcaption class="hint">{training.costScale}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={first && last ? training.costCurve(formatNumber(first.cost), formatNumber(last.cost)) : training.costAxis}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line class="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 8} y={y(tick)} class="tick">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        <polyline class="cost-line" points={points.map(({ epoch, cost }) => `${x(epoch).toFixed(1)},${y(cost).toFixed(1)}`).join(' ')} />
        <text class="tick" x={WIDTH - RIGHT} y={HEIGHT - 12}>
          {training.epochAxis} {epochs}
        </text>
        <text class="tick axis-name" x={LEFT} y={HEIGHT - 12}>
          0
        </text>
      </svg>
      <details>
        <summary>{training.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{training.epochAxis}</th>
              <th scope="col">{training.costAxis}</th>
            </tr>
          </thead>
          <tbody>
            {points
              .filter((_, i) => i % Math.ceil(points.length / ROWS) === 0)
              .map(({ epoch, cost }) => (
                <tr key={epoch}>
                  <td>{epoch}</td>
                  <td>{formatNumber(cost)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
