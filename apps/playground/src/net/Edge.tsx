import { addressText } from '../address/address.js'
import { valueAt } from '../view/focus.js'
import { litBy } from '../view/lighting.js'
import type { NetLayout } from './netLayout.js'

interface EdgeProps {
  readonly layout: NetLayout
  readonly layer: number
  readonly j: number
  readonly k: number
}

/** Lines are no thicker than this, at weights of 3 and more; those of weight 0 can still be seen. */
const THICKEST = 7
const THINNEST = 1
const FULL = 3

/** A weight as a line: its width says the size, a dash the minus. A wider line that is not seen takes the pointer. */
export function Edge({ layout, layer, j, k }: EdgeProps) {
  const address = addressText({ kind: 'w', layer, j, k })
  const [from, to] = [layout.along(layer, j, k, 0), layout.along(layer, j, k, 1)]
  const weight = valueAt(address)
  const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  return (
    <g class="edge" data-s={address} data-sign={weight < 0 ? 'negative' : 'positive'} ref={litBy(address)}>
      <line class="edge-target" {...line} />
      <line class="edge-line" {...line} stroke-width={THINNEST + (THICKEST - THINNEST) * Math.min(1, Math.abs(weight) / FULL)} />
    </g>
  )
}
