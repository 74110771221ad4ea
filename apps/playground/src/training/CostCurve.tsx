import { formatNumber } from '../number/formatNumber.js'
import { text } from '../state/store.js'
import { costScale } from './costScale.js'
import type { Curve } from './curve.js'
import { CurveChart } from './CurveChart.js'

/** The cost by epoch. */
export function CostCurve({ curve: { points } }: { readonly curve: Curve }) {
  const { training } = text.value
  const [first, last] = [points[0], points.at(-1)]
  return (
    <CurveChart
      points={points}
      scale={costScale(points.map(({ value }) => value))}
      caption={training.costScale}
      label={first && last ? training.costCurve(formatNumber(first.value), formatNumber(last.value)) : training.costAxis}
      valueName={training.costAxis}
      draw={formatNumber}
      kind="cost"
    />
  )
}
