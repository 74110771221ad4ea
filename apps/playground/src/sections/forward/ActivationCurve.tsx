import { activations, type ActivationName } from '../../engine/names.js'
import { formatNumber } from '../../number/formatNumber.js'
import { text } from '../../state/store.js'
import type { SumScale } from './sumScale.js'

interface ActivationCurveProps {
  readonly activation: ActivationName
  readonly scale: SumScale
  readonly z: number
  readonly a: number
}

const WIDTH = 400
const HEIGHT = 120
const POINTS = 100
const MARGIN = 8

/** σ under the bars, on their scale: z comes down from the last bar, meets the curve, and goes left as a. */
export function ActivationCurve({ activation, scale: { least, most }, z, a }: ActivationCurveProps) {
  const { f } = activations[activation]
  const points = Array.from({ length: POINTS + 1 }, (_, i) => least + ((most - least) * i) / POINTS)
  const heights = points.map(f)
  const [low, high] = [Math.min(0, ...heights), Math.max(1, ...heights)]
  const across = (value: number) => (WIDTH * (value - least)) / (most - least)
  const up = (value: number) => HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * (value - low)) / (high - low)
  return (
    <svg class="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={text.value.forward.sumPicture(formatNumber(z), formatNumber(a))}>
      <line class="axis" x1={0} x2={WIDTH} y1={up(0)} y2={up(0)} />
      <line class="axis" x1={across(0)} x2={across(0)} y1={0} y2={HEIGHT} />
      <polyline class="curve-line" points={points.map((point, i) => `${across(point).toFixed(1)},${up(heights[i] ?? 0).toFixed(1)}`).join(' ')} />
      <polyline class="reached" points={`${across(z)},0 ${across(z)},${up(a)}`} />
      <polyline class="given" points={`${across(z)},${up(a)} 0,${up(a)}`} />
    </svg>
  )
}
