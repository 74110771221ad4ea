import { addressText } from '../address/address.js'
import { formatNumber } from '../number/formatNumber.js'
import { ends, fill } from '../view/fill.js'
import { valueAt } from '../view/focus.js'
import { litBy } from '../view/lighting.js'
import type { NetLayout } from './netLayout.js'

export interface NeuronProps {
  readonly layout: NetLayout
  readonly layer: number
  readonly j: number
}

/** A neuron as a disc, a^l_j in it; around it a ring that stands for z^l_j, and a square for b^l_j. An input has its disc alone. */
export function Neuron({ layout, layer, j }: NeuronProps) {
  const { x, y } = layout.at(layer, j)
  const { radius } = layout
  const [a, z, b] = (['a', 'z', 'b'] as const).map((kind) => addressText({ kind, layer, j }))
  if (a === undefined || z === undefined || b === undefined) return null
  const value = valueAt(a)
  return (
    <g class="neuron">
      {layer > 1 && <circle class="neuron-z" data-s={z} ref={litBy(z)} cx={x} cy={y} r={radius} />}
      <g class="neuron-a" data-s={a} ref={litBy(a)}>
        <circle class="filled" cx={x} cy={y} r={layer > 1 ? radius - 4 : radius} {...fill(value, ends.a)} />
        <text class="filled filled-text" x={x} y={y} {...fill(value, ends.a)}>
          {formatNumber(value)}
        </text>
      </g>
      {layer > 1 && (
        <rect class="neuron-b filled" data-s={b} ref={litBy(b)} x={x - 7} y={y + radius - 5} width={14} height={14} {...fill(valueAt(b), ends.b)} />
      )}
    </g>
  )
}
