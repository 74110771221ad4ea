import type { ComponentChildren } from 'preact'
import { formatNumber } from '../number/formatNumber.js'
import { ticks } from './ticks.js'
import { useWidth } from './useWidth.js'

/** Where numbers lie in a chart, in pixels. */
export interface ChartFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  x(value: number): number
  y(value: number): number
  /** The points of a `polyline`; what is no number is left out. */
  points(of: readonly (readonly [x: number, y: number])[]): string
}

interface ChartProps {
  /** What is seen, in a sentence. */
  readonly label: string
  readonly x: readonly [least: number, most: number]
  readonly y: readonly [least: number, most: number]
  readonly xName: string
  readonly yName: string
  readonly height?: number
  /** Where lines and numbers stand, in place of round numbers. */
  readonly xTicks?: readonly number[]
  readonly yTicks?: readonly number[]
  readonly draw?: (tick: number) => string
  /** How numbers of the vertical axis are drawn, where that is another way. */
  readonly drawY?: (tick: number) => string
  readonly children: (frame: ChartFrame) => ComponentChildren
  /** What is drawn over it and can be taken hold of; everything else of it is then a mere picture. */
  readonly over?: (frame: ChartFrame) => ComponentChildren
}

const LEFT = 64
const RIGHT = 24
const TOP = 26
const BOTTOM = 40
/** Pixels that a number of an axis needs. */
const ROOM = { across: 80, down: 36 }

/** Two axes with round numbers, and what is drawn between them, in pixels: its text has the size of the page's at any width. */
export function Chart({ label, x, y, xName, yName, height = 240, xTicks, yTicks, draw = formatNumber, drawY = draw, children, over }: ChartProps) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const [right, bottom] = [width - RIGHT, height - BOTTOM]
  const across = (value: number) => LEFT + ((right - LEFT) * (value - x[0])) / (x[1] - x[0])
  const up = (value: number) => bottom - ((bottom - TOP) * (value - y[0])) / (y[1] - y[0])
  const points = (of: readonly (readonly [number, number])[]) => of.filter((point) => point.every(Number.isFinite)).map(([atX, atY]) => `${across(atX).toFixed(1)},${up(atY).toFixed(1)}`).join(' ')
  const verticals = xTicks ?? ticks(x[0], x[1], Math.min(8, Math.max(2, Math.floor((right - LEFT) / ROOM.across))))
  const horizontals = yTicks ?? ticks(y[0], y[1], Math.max(2, Math.floor((bottom - TOP) / ROOM.down)))
  const frame: ChartFrame = { left: LEFT, right, top: TOP, bottom, x: across, y: up, points }
  return (
    <svg class="chart" ref={ref} viewBox={`0 0 ${width} ${height}`} height={height} role={over ? 'group' : 'img'} aria-label={label}>
      <g aria-hidden={over ? true : undefined}>
        {horizontals.map((tick) => (
          <g key={`y${tick}`}>
            <line class={tick === 0 ? 'chart-zero' : 'chart-grid'} x1={LEFT} x2={right} y1={up(tick)} y2={up(tick)} />
            <text class="chart-number" x={LEFT - 8} y={up(tick)}>{drawY(tick)}</text>
          </g>
        ))}
        {verticals.map((tick) => (
          <g key={`x${tick}`}>
            <line class={tick === 0 ? 'chart-zero' : 'chart-grid'} x1={across(tick)} x2={across(tick)} y1={TOP} y2={bottom} />
            <text class="chart-number chart-below" x={across(tick)} y={bottom + 14}>{draw(tick)}</text>
          </g>
        ))}
        <text class="chart-name" x={LEFT} y={12}>{yName}</text>
        <text class="chart-name chart-end" x={right} y={height - 7}>{xName}</text>
        {children(frame)}
      </g>
      {over?.(frame)}
    </svg>
  )
}

/** Draws only what lies between the axes. */
export function WithinAxes({ frame: { left, right, top, bottom }, children }: { readonly frame: ChartFrame; readonly children: ComponentChildren }) {
  const [width, height] = [Math.max(0, right - left), bottom - top]
  return (
    <svg x={left} y={top} width={width} height={height} viewBox={`${left} ${top} ${width} ${height}`}>
      {children}
    </svg>
  )
}
