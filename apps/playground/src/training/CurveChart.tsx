import { text } from '../state/store.js'
import type { CurvePoint } from './curve.js'
import type { Scale } from './scale.js'

const WIDTH = 520
const HEIGHT = 220
const LEFT = 88
const BOTTOM = 34
const TOP = 14
const RIGHT = 14
const ROWS = 12

interface CurveChartProps {
  readonly points: readonly CurvePoint[]
  readonly scale: Scale
  readonly caption: string
  /** What the curve shows, in words and numbers. */
  readonly label: string
  /** What its values are, at the head of the table. */
  readonly valueName: string
  readonly draw: (value: number) => string
  readonly kind: 'cost' | 'accuracy'
}

/** Something by epoch as a curve, and the same as a table. */
export function CurveChart({ points, scale, caption, label, valueName, draw, kind }: CurveChartProps) {
  const { training } = text.value
  const epochs = Math.max(10, Math.ceil(points.at(-1)?.epoch ?? 0))
  const x = (epoch: number) => LEFT + ((WIDTH - LEFT - RIGHT) * epoch) / epochs
  const y = (value: number) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * scale.at(value)
  return (
    <figure class="trained-curve">
      <figcaption class="hint">{caption}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line class="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 8} y={y(tick)} class="tick">
              {draw(tick)}
            </text>
          </g>
        ))}
        <polyline class="curve-line" data-kind={kind} points={points.map(({ epoch, value }) => `${x(epoch).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
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
              <th scope="col">{valueName}</th>
            </tr>
          </thead>
          <tbody>
            {points
              .filter((_, i) => i % Math.ceil(points.length / ROWS) === 0)
              .map(({ epoch, value }) => (
                <tr key={epoch}>
                  <td>{epoch.toFixed(Number.isInteger(epoch) ? 0 : 1)}</td>
                  <td>{draw(value)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
