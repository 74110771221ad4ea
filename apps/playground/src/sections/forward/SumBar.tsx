import type { SumScale } from './sumScale.js'

interface SumBarProps {
  readonly scale: SumScale
  readonly from: number
  readonly to: number
}

const WIDTH = 400
const HEIGHT = 20

/** A term as a bar from where the sum was to where it is then, on the scale of the whole sum. */
export function SumBar({ scale: { least, most }, from, to }: SumBarProps) {
  const at = (value: number) => (WIDTH * (value - least)) / (most - least)
  const [left, right] = [Math.min(from, to), Math.max(from, to)]
  return (
    <svg class="sum-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line class="axis" x1={at(0)} x2={at(0)} y1={0} y2={HEIGHT} />
      <rect data-sign={to < from ? 'negative' : 'positive'} x={at(left)} y={3} width={Math.max(2, at(right) - at(left))} height={HEIGHT - 6} />
      <line class="reached" x1={at(to)} x2={at(to)} y1={3} y2={HEIGHT} />
    </svg>
  )
}
