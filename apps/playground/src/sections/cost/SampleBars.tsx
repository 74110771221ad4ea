import { useRef } from 'preact/hooks'
import { formatNumber } from '../../number/formatNumber.js'
import { stepped } from '../../number/stepped.js'
import { limits } from '../../state/state.js'
import { text } from '../../state/store.js'
import { useWidth } from '../../view/useWidth.js'
import { barScale } from './barScale.js'
import type { SampleCosts } from './samples.js'

interface SampleBarsProps {
  readonly outputs: readonly number[]
  readonly targets: readonly number[]
  readonly costs: SampleCosts
  readonly onChange: (part: 'outputs' | 'targets', sample: number, value: number) => void
}

type Handle = readonly [part: 'outputs' | 'targets', sample: number]

const LANES = { top: 16, bottom: 126 }
const BARS = { top: 178, bottom: 296 }
const HEIGHT = 300
/** Of a finger. */
const REACH = 16
const STEPS = { outputs: { least: limits.output[0], most: limits.output[1], step: 0.01 }, targets: { least: 0, most: 1, step: 0.01 } }

/** Above, each sample's output and target between 0 and 1, to drag; below, what they cost, with the mean as a line across. */
export function SampleBars({ outputs, targets, costs, onChange }: SampleBarsProps) {
  const { cost } = text.value
  const [ref, width] = useWidth<SVGSVGElement>()
  const dragged = useRef<Handle | undefined>(undefined)
  const room = width / outputs.length
  const up = (value: number) => LANES.bottom - (LANES.bottom - LANES.top) * value
  const scale = barScale(costs.each)
  const down = (value: number) => BARS.bottom - ((BARS.bottom - BARS.top) * value) / scale
  const drag = (clientY: number) => {
    const [part, sample] = dragged.current ?? []
    const svg = ref.current
    if (part === undefined || sample === undefined || !svg) return
    const value = (LANES.bottom - (clientY - svg.getBoundingClientRect().top)) / (LANES.bottom - LANES.top)
    const steps = STEPS[part]
    onChange(part, sample, stepped(Math.min(steps.most, Math.max(steps.least, Math.round(value / steps.step) * steps.step)), 0, steps))
  }
  const handle = (part: Handle[0], sample: number) => ({
    onPointerDown: ({ currentTarget, pointerId }: PointerEvent) => {
      dragged.current = [part, sample]
      if (currentTarget instanceof Element) currentTarget.setPointerCapture(pointerId)
    },
    onPointerMove: ({ clientY }: PointerEvent) => drag(clientY),
    onPointerUp: () => (dragged.current = undefined),
    onPointerCancel: () => (dragged.current = undefined),
  })
  return (
    <svg class="sample-bars" ref={ref} viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="img" aria-label={cost.bars(formatNumber(costs.mean))}>
      {outputs.map((a, i) => {
        const [middle, y, each] = [room * (i + 0.5), targets[i] ?? 0, costs.each[i] ?? 0]
        return (
          <g key={i}>
            <line class="lane" x1={middle} x2={middle} y1={up(0)} y2={up(1)} />
            <line class="distance" x1={middle} x2={middle} y1={up(a)} y2={up(y)} />
            <line class="target-mark" x1={middle - 15} x2={middle + 15} y1={up(y)} y2={up(y)} />
            <circle class="output-mark" cx={middle} cy={up(a)} r={8} />
            <rect class="handle" data-part="targets" x={middle - room / 2 + 2} width={Math.max(0, room - 4)} y={up(y) - REACH} height={2 * REACH} {...handle('targets', i)} />
            <circle class="handle" data-part="outputs" cx={middle} cy={up(a)} r={REACH} {...handle('outputs', i)} />
            <rect class="sample-bar" x={middle - room * 0.3} width={room * 0.6} y={down(each)} height={Math.max(0, BARS.bottom - down(each))} />
          </g>
        )
      })}
      {[0, 1].map((end) => (
        <text key={end} class="lane-end" x={-10} y={up(end) + 5}>{end}</text>
      ))}
      <line class="bars-floor" x1={0} x2={width} y1={BARS.bottom} y2={BARS.bottom} />
      <line class="mean-line" x1={0} x2={width} y1={down(costs.mean)} y2={down(costs.mean)} />
      <text class="mean-name" x={4} y={BARS.top - 18}>{cost.meanLine(formatNumber(costs.mean))}</text>
      <text class="bars-end" x={width - 4} y={BARS.top - 18}>{cost.barEnd(String(scale))}</text>
    </svg>
  )
}
