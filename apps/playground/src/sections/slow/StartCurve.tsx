import { sigmoid } from '@nablajs/activations'
import { useRef } from 'preact/hooks'
import { exactNumber, formatNumber } from '../../number/formatNumber.js'
import { stepped } from '../../number/stepped.js'
import { limits } from '../../state/state.js'
import { adjust, text } from '../../state/store.js'
import { Chart, WithinAxes, type ChartFrame } from '../../view/Chart.js'
import { courses, letters, momentOf, runners, startOf, withStart, type Runner } from './runners.js'

/** The part of σ that is drawn, and along which a start can be dragged. */
const RANGE = { least: -7, most: 7, step: 0.1 }
const POINTS = 140
/** Units of the picture that a tangent of slope 1 would be long. */
const LENGTH = 440
const keys: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }
const points = Array.from({ length: POINTS + 1 }, (_, i) => RANGE.least + ((RANGE.most - RANGE.least) * i) / POINTS)

/** σ with both starts on it, each with a tangent as long as σ′ is there, and where each neuron is in the epoch that is looked at. */
export function StartCurve() {
  const { slow } = text.value
  return (
    <Chart
      label={slow.startPicture}
      x={[RANGE.least, RANGE.most]}
      xTicks={[-6, -3, 0, 3, 6]}
      xName="z = w + b"
      y={[-0.05, 1.05]}
      yTicks={[0, 0.5, 1]}
      yName="a = σ(z)"
      draw={exactNumber}
      height={280}
      over={(place) => runners.map((runner) => <Start key={runner} runner={runner} place={place} />)}
    >
      {(place) => (
        <WithinAxes frame={place}>
          <polyline class="curve-line" points={place.points(points.map((z) => [z, sigmoid.f(z)]))} />
          {courses.value.map(({ runner, cost, moments }) => {
            const { z = NaN, a = NaN } = momentOf(moments) ?? {}
            return <circle key={runner + cost} class="now" data-runner={runner} data-cost={cost} cx={place.x(z)} cy={place.y(a)} r={5} />
          })}
        </WithinAxes>
      )}
    </Chart>
  )
}

/** A start as a handle that slides along σ. */
function Start({ runner, place }: { readonly runner: Runner; readonly place: ChartFrame }) {
  const { slow } = text.value
  const drag = useRef<{ readonly x: number; readonly z: number; readonly pixels: number } | undefined>(undefined)
  const [w, b] = startOf(runner)
  const z = w + b
  const a = sigmoid.f(z)
  const slope = sigmoid.fPrime(z, a)
  const shown = Math.min(RANGE.most, Math.max(RANGE.least, z))
  const [x, y] = [place.x(shown), place.y(a)]
  // A unit of z and of a, as they are drawn: the tangent has the direction of the curve on the screen.
  const [dx, dy] = [place.x(1) - place.x(0), slope * (place.y(1) - place.y(0))]
  const half = (LENGTH * slope) / 2 / Math.hypot(dx, dy)
  const move = (next: number) => {
    const by = (next - z) / 2
    const within = (value: number) => Math.min(limits.start, Math.max(-limits.start, Number(value.toFixed(4))))
    if (by !== 0) adjust({ starts: withStart(runner, [within(w + by), within(b + by)]) })
  }
  return (
    <g
      class="start"
      data-runner={runner}
      role="slider"
      tabindex={0}
      aria-label={slow.startOf[runner]}
      aria-valuemin={RANGE.least}
      aria-valuemax={RANGE.most}
      aria-valuenow={shown}
      aria-valuetext={slow.startText(formatNumber(z), formatNumber(a), formatNumber(slope))}
      onKeyDown={(event) => {
        const count = keys[event.key]
        if (count === undefined) return
        event.preventDefault()
        move(stepped(z, count, RANGE))
      }}
      onPointerDown={(event) => {
        const width = event.currentTarget.ownerSVGElement?.getBoundingClientRect().width ?? 0
        const units = event.currentTarget.ownerSVGElement?.viewBox.baseVal.width ?? 1
        drag.current = { x: event.clientX, z: shown, pixels: (width / units) * dx }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={({ clientX }) => {
        const from = drag.current
        if (from && from.pixels > 0) move(stepped(from.z, Math.round((clientX - from.x) / from.pixels / RANGE.step), RANGE))
      }}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
    >
      <circle class="start-target" cx={x} cy={y} r={24} />
      <line class="tangent" x1={x - half * dx} x2={x + half * dx} y1={y - half * dy} y2={y + half * dy} />
      {runner === 'first' ? <circle class="handle" cx={x} cy={y} r={9} /> : <rect class="handle" x={x - 8} y={y - 8} width={16} height={16} />}
      <text class="handle-name" x={x} y={y + 28}>
        {letters[runner]}
      </text>
    </g>
  )
}
