import { addressText, type Address } from '../../address/address.js'
import type { NetLayout } from '../../net/netLayout.js'
import { formatNumber } from '../../number/formatNumber.js'
import { ends } from '../../view/fill.js'
import { lookedAt, sizes, valueAt } from '../../view/focus.js'
import { litBy } from '../../view/lighting.js'
import { known } from './told.js'

/** Where on its line, from its start, the gradient of a weight stands. */
const FROM = 0.14
const TO = 0.38
/** Bars are no thicker than this, at gradients of the largest that the colours tell apart. */
const THICKEST = 9
const THINNEST = 2
/** The width of a digit. */
const DIGIT = 8.2

/** ∂C/∂w of every line whose layer BP4 has come to: a bar across the line's way, as thick as it is large. */
export function Gradients({ layout }: { readonly layout: NetLayout }) {
  return (
    <>
      {weights(sizes.value)
        .filter((address) => known.value.has(address))
        .map((address) => (
          <GradientMark key={addressText(address)} layout={layout} of={address} />
        ))}
    </>
  )
}

function GradientMark({ layout, of }: { readonly layout: NetLayout; readonly of: Address }) {
  const address = addressText(of)
  const value = valueAt(address)
  const [start, end] = [layout.along(of.layer, of.j ?? 1, of.k ?? 1, FROM), layout.along(of.layer, of.j ?? 1, of.k ?? 1, TO)]
  const thickness = THINNEST + (THICKEST - THINNEST) * Math.min(1, Math.abs(value) / ends.nablaW)
  return (
    <g class="edge-gradient step-arrived" data-s={address} data-sign={value < 0 ? 'negative' : 'positive'} ref={litBy(address)}>
      <line class="gradient-edge" x1={start.x} y1={start.y} x2={end.x} y2={end.y} stroke-width={thickness + 3} />
      <line class="gradient-bar" x1={start.x} y1={start.y} x2={end.x} y2={end.y} stroke-width={thickness} />
    </g>
  )
}

/** The number of the one that is looked at, over all the bars. */
export function GradientNumber({ layout }: { readonly layout: NetLayout }) {
  const address = lookedAt.value
  if (address?.kind !== 'nablaW' || address.j === undefined || address.k === undefined || !known.value.has(address)) return null
  const { x, y } = layout.along(address.layer, address.j, address.k, TO)
  const number = formatNumber(valueAt(addressText(address)))
  const width = number.length * DIGIT + 6
  return (
    <g class="gradient-number">
      <rect x={x - width / 2} y={y - 26} width={width} height={20} rx={3} />
      <text x={x} y={y - 16}>
        {number}
      </text>
    </g>
  )
}

function weights(net: readonly number[]): Address[] {
  return net.slice(1).flatMap((rows, i) =>
    Array.from({ length: rows * (net[i] ?? 0) }, (_, at): Address => ({ kind: 'nablaW', layer: i + 2, j: (at % rows) + 1, k: Math.floor(at / rows) + 1 })),
  )
}
